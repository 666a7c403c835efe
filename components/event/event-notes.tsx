"use client";

import { Button, Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import classes from "./event-notes.module.css";
import { EventSection } from "./event-section";
import { NoteEntry } from "./note-entry";
import { NoteForm } from "./note-form";
import { useEventNotes } from "./use-event-notes";

/** What people wrote about the event, oldest first; Markdown is left as the text that it is. */
export function EventNotes({ eventId }: { eventId: string }) {
  const t = useTranslations("event.notes");
  const common = useTranslations("ui");
  const errorText = useErrorText();
  const mayWrite = useMayWork();
  const { notes, save } = useEventNotes(eventId);
  const saved = save.variables?.noteId ?? null;
  const keep = (noteId: string | null) => (text: string, done: () => void) =>
    save.mutate({ noteId, text }, { onSuccess: done });
  const list = notes.data?.notes ?? [];
  return (
    <EventSection id="notes" title={t("title")} remark={list.length || undefined}>
      {notes.error && (
        <Notice
          tone="warning"
          action={
            <Button variant="default" onClick={() => void notes.refetch()}>
              {common("retry")}
            </Button>
          }
        >
          {t("failed", { reason: errorText(notes.error) })}
        </Notice>
      )}
      {notes.isPending && <Skeleton height={32} />}
      {notes.data && list.length === 0 && <p className={classes.none}>{t("none")}</p>}
      {list.length > 0 && (
        <ol className={classes.notes}>
          {list.map((note) => (
            <NoteEntry
              key={note.id}
              note={note}
              mayWrite={mayWrite}
              pending={save.isPending && saved === note.id}
              onSave={keep(note.id)}
            />
          ))}
        </ol>
      )}
      {save.error && <Notice tone="danger">{t("saveFailed", { reason: errorText(save.error) })}</Notice>}
      {mayWrite ? (
        <NoteForm
          label={t("write")}
          initial=""
          action={t("add")}
          pending={save.isPending && saved === null}
          onSave={keep(null)}
        />
      ) : (
        <p className={classes.none}>{t("viewer")}</p>
      )}
    </EventSection>
  );
}
