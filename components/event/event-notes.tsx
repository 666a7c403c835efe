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
  const notes = useEventNotes(eventId);
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
            <NoteEntry key={note.id} eventId={eventId} note={note} mayWrite={mayWrite} />
          ))}
        </ol>
      )}
      {mayWrite ? (
        <NoteForm
          key={eventId}
          eventId={eventId}
          noteId={null}
          label={t("write")}
          initial=""
          action={t("add")}
        />
      ) : (
        <p className={classes.none}>{t("viewer")}</p>
      )}
    </EventSection>
  );
}
