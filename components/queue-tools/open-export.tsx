"use client";

import "@/components/layout/mantine-part-styles";
import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { EXPORT_FORMATS } from "@/lib/api/event-export";
import { ExportButton } from "./export-button";
import type { ExportMenuProps } from "./export-menu";

/** The formats of an export, and the manifest of the last one. Whoever may not export sees why. */
export function OpenExport({ filter, mayExport }: ExportMenuProps) {
  const t = useTranslations("queue-tools.export");
  const { target, opened, setOpened } = useOpenOnArrival();
  const { zone } = useTimeZone();
  const hrefOf = (format: string) => {
    const params = new URLSearchParams(filter);
    params.set("format", format);
    params.set("timeZone", zone);
    return `/api/events/export?${params}`;
  };
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
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
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            disabled={!mayExport}
            onClick={() => window.location.assign(hrefOf(format))}
          >
            {t(format)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component="a"
          href="/api/events/export/manifest"
          target="_blank"
          rel="noreferrer"
          disabled={!mayExport}
        >
          {t("manifest")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
