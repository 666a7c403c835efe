"use client";

import { Button, Popover } from "@mantine/core";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import classes from "./queue-tools.module.css";
import { SaveViewForm } from "./save-view-form";
import { useSavedViews } from "./use-saved-views";
import { ViewEntry } from "./view-entry";

export type ViewsMenuProps = {
  /** The view that is shown, as URL parameters. */
  query: string;
  onOpen: (query: string) => void;
  /** Whether the person's role lets them share a view. */
  mayShare: boolean;
};

/** Saved views: open one, save what is shown, rename, share, delete, open the queue with one. */
export function ViewsMenu({ query, onOpen, mayShare }: ViewsMenuProps) {
  const t = useTranslations("queue-tools.views");
  const errorText = useErrorText();
  const [opened, setOpened] = useState(false);
  const { views, order, pending, error } = useSavedViews();
  const current = views?.find((view) => view.query === query);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Bookmark size={14} aria-hidden="true" />}
          className={classes.target}
          onClick={() => setOpened(!opened)}
        >
          {current?.name ?? t("label")}
        </Button>
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
          onSave={(choice) => order({ do: "create", view: { ...choice, query } })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
