"use client";

import "@/components/layout/mantine-part-styles";
import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { useErrorText } from "@/components/ui/use-error-text";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { EXPORT_FORMATS } from "@/lib/api/event-export";
import { ExportButton } from "./export-button";
import type { ExportMenuProps } from "./export-menu";
import classes from "./open-export.module.css";
import { ForbiddenExport, useEventExport } from "./use-event-export";

/** The formats of an export, and the manifest of the last one. Whoever may not export sees why. */
export function OpenExport({ filter, mayExport }: ExportMenuProps) {
  const t = useTranslations("queue-tools.export");
  const { target, opened, setOpened } = useOpenOnArrival();
  const { zone } = useTimeZone();
  const errorText = useErrorText();
  const { order, error, forget } = useEventExport(() => setOpened(false));
  const reason = error && errorText(error);
  const failure = error instanceof ForbiddenExport ? t("viewer") : reason && t("failed", { reason });
  const hrefOf = (format: string) => {
    const params = new URLSearchParams(filter);
    params.set("format", format);
    params.set("timeZone", zone);
    return `/api/events/export?${params}`;
  };
  return (
    <>
      {/* A menu may hold items only: this says what stands there. */}
      <span role="alert" className="sr-only">
        {failure}
      </span>
      <Menu
        opened={opened}
        onChange={(open) => {
          setOpened(open);
          forget();
        }}
        closeOnItemClick={false}
        position="bottom-end"
        // Within the page's landmarks, and not cut off by what scrolls.
        withinPortal={false}
        floatingStrategy="fixed"
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <ExportButton ref={target} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{mayExport ? t("all") : t("viewer")}</Menu.Label>
          {failure && <p className={classes.failed}>{failure}</p>}
          {EXPORT_FORMATS.map((format) => (
            <Menu.Item key={format} disabled={!mayExport} onClick={() => order({ href: hrefOf(format) })}>
              {t(format)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={!mayExport} onClick={() => order("manifest")}>
            {t("manifest")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
