"use client";

import "@/components/layout/mantine-part-styles";
import { Popover } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/ui/use-error-text";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { POPOVER_WIDTH } from "./popover-width";
import classes from "./queue-tools.module.css";
import { SaveViewForm } from "./save-view-form";
import type { useSavedViews } from "./use-saved-views";
import { ViewEntry } from "./view-entry";
import { ViewsButton } from "./views-button";
import type { ViewsMenuProps } from "./views-menu";

type OpenViewsProps = ViewsMenuProps & { saved: ReturnType<typeof useSavedViews> };

/** Saved views: open one, save what is shown, rename, share, delete, open the queue with one. */
export function OpenViews({ query, onOpen, mayShare, saved }: OpenViewsProps) {
  const t = useTranslations("queue-tools.views");
  const errorText = useErrorText();
  const { target, opened, setOpened } = useOpenOnArrival();
  const { views, order, pending, error } = saved;
  const current = views?.find((view) => view.query === query);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={POPOVER_WIDTH}
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ViewsButton ref={target} name={current?.name} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t("label")}>
        {views?.length === 0 && <p className={classes.none}>{t("none")}</p>}
        <ul className={classes.list}>
          {views?.map((view) => (
            <ViewEntry
              key={view.id}
              view={view}
              current={view === current}
              query={query}
              mayShare={mayShare}
              onOpen={() => {
                onOpen(view.query);
                setOpened(false);
              }}
              onChange={(change) => order({ do: "change", id: view.id, change })}
              onDelete={() => order({ do: "delete", id: view.id })}
            />
          ))}
        </ul>
        {error && (
          <p role="alert" className={classes.failed}>
            {t("failed", { reason: errorText(error) })}
          </p>
        )}
        <SaveViewForm
          mayShare={mayShare}
          pending={pending}
          onSave={(choice, done) => order({ do: "create", view: { ...choice, query } }, done)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
