"use client";

import "@/components/layout/mantine-part-styles";
import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InertText } from "@/components/ui/inert-text";
import { PlainButton } from "@/components/ui/plain-button";
import type { ChangeView, SavedView } from "@/lib/api/saved-views";
import classes from "./queue-tools.module.css";

type ViewEntryProps = {
  view: SavedView;
  current: boolean;
  /** What is shown now, to be kept under this name. */
  query: string;
  mayShare: boolean;
  onOpen: () => void;
  onChange: (change: ChangeView) => void;
  onDelete: () => void;
};

/** One saved view: opened by its name; what may be done with it stands below, on demand. */
export function ViewEntry({ view, current, query, mayShare, onOpen, onChange, onDelete }: ViewEntryProps) {
  const t = useTranslations("queue-tools.views");
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState(view.name);
  const marks = [
    view.isDefault && t("isDefault"),
    view.shared && t("sharedBy", { name: view.owner.username }),
  ].filter((mark) => mark !== false);
  return (
    <li className={classes.view}>
      <div className={classes.entry}>
        <PlainButton className={classes.open} aria-current={current || undefined} onClick={onOpen}>
          <InertText clip text={view.name} />
          {marks.length > 0 && (
            <span className={classes.marks} title={marks.join(" · ")}>
              {marks.join(" · ")}
            </span>
          )}
        </PlainButton>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={editing}
          aria-label={t("editView", { name: view.name })}
          onClick={() => setEditing(!editing)}
        >
          {t("edit")}
        </Button>
      </div>
      {editing && (
        <div className={classes.ways}>
          {view.editable && (
            <form
              className={classes.rename}
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() !== "") onChange({ name: name.trim() });
              }}
            >
              <TextInput
                size="xs"
                aria-label={t("name")}
                maxLength={80}
                value={name}
                onChange={(change) => setName(change.currentTarget.value)}
              />
              <Button type="submit" variant="default" size="compact-xs">
                {t("rename")}
              </Button>
            </form>
          )}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => onChange({ isDefault: !view.isDefault })}
          >
            {view.isDefault ? t("noDefault") : t("makeDefault")}
          </Button>
          {view.editable && (
            <>
              {!current && (
                <Button variant="default" size="compact-xs" onClick={() => onChange({ query })}>
                  {t("update")}
                </Button>
              )}
              {mayShare && (
                <Button
                  variant="default"
                  size="compact-xs"
                  onClick={() => onChange({ shared: !view.shared })}
                >
                  {view.shared ? t("unshare") : t("share")}
                </Button>
              )}
              <Button variant="default" color="red" size="compact-xs" onClick={onDelete}>
                {t("delete")}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
