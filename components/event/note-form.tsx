"use client";

import "@/components/layout/mantine-part-styles";
import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useNoteDraft } from "@/components/triage/use-note-draft";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { LONGEST_EVENT_NOTE } from "@/lib/api/event-work";
import classes from "./event-notes.module.css";
import { useSaveNote } from "./use-event-notes";

type NoteFormProps = {
  eventId: string;
  /** The note that is edited; null for a new one. */
  noteId: string | null;
  label: string;
  /** What stands there at first. */
  initial: string;
  action: string;
  /** Called once all that stands here is kept. */
  onKept?: () => void;
  onCancel?: () => void;
};

/** A field for a note; what was typed stays until it is kept. */
export function NoteForm({ eventId, noteId, label, initial, action, onKept, onCancel }: NoteFormProps) {
  const t = useTranslations("event.notes");
  const errorText = useErrorText();
  const { text, write, forget, kept } = useNoteDraft(noteId ?? eventId, initial, onKept);
  const { save, error, pending } = useSaveNote(eventId, noteId, kept);
  const ready = text.trim() !== "" && text !== initial;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) save(text.trim());
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {error && <Notice tone="danger">{t("saveFailed", { reason: errorText(error) })}</Notice>}
      <Textarea
        aria-label={label}
        placeholder={label}
        rows={2}
        classNames={{ input: classes.field ?? "" }}
        maxLength={LONGEST_EVENT_NOTE}
        value={text}
        onChange={(change) => write(change.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" disabled={!ready} loading={pending}>
          {action}
        </Button>
        {onCancel && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
