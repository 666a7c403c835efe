"use client";

import "@/components/layout/mantine-part-styles";
import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { LONGEST_EVENT_NOTE } from "@/lib/api/event-work";
import classes from "./event-notes.module.css";

type NoteFormProps = {
  label: string;
  /** What stands there at first. */
  initial: string;
  action: string;
  pending: boolean;
  /** Calls `done` once the text is kept. */
  onSave: (text: string, done: () => void) => void;
  onCancel?: () => void;
};

/** A field for a note; what was typed stays until it is kept. */
export function NoteForm({ label, initial, action, pending, onSave, onCancel }: NoteFormProps) {
  const t = useTranslations("event.notes");
  const [text, setText] = useState(initial);
  const ready = text.trim() !== "" && text !== initial;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) onSave(text.trim(), () => setText(""));
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        aria-label={label}
        placeholder={label}
        rows={2}
        classNames={{ input: classes.field ?? "" }}
        maxLength={LONGEST_EVENT_NOTE}
        value={text}
        onChange={(change) => setText(change.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" disabled={!ready} loading={pending}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
