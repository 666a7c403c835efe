"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHasNoteDraft } from "@/components/triage/use-note-draft";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import type { EventNote } from "@/lib/api/event-work";
import classes from "./event-notes.module.css";
import { NoteForm } from "./note-form";

type NoteEntryProps = {
  eventId: string;
  note: EventNote;
  /** Whether the person's role lets them write; only one's own notes can be edited in any case. */
  mayWrite: boolean;
};

/** One note: who wrote what and when, and what it said before. */
export function NoteEntry({ eventId, note, mayWrite }: NoteEntryProps) {
  const t = useTranslations("event.notes");
  const [chosen, setEditing] = useState<boolean | null>(null);
  const begun = useHasNoteDraft(note.id);
  const editing = chosen ?? begun;
  const { author, text, createdAt, editedAt, own, earlier } = note;
  return (
    <li className={classes.note}>
      <div className={classes.facts}>
        <strong>
          <InertText text={author.name ?? author.id ?? t("somebody")} />
        </strong>{" "}
        <InstantText instant={createdAt} />
        {editedAt && <> · {t.rich("edited", { at: () => <InstantText instant={editedAt} /> })}</>}
        {own && mayWrite && !editing && (
          <Button variant="subtle" size="compact-xs" onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        )}
      </div>
      {editing ? (
        <NoteForm
          eventId={eventId}
          noteId={note.id}
          label={t("editLabel")}
          initial={text}
          action={t("save")}
          onKept={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={classes.text}>
          <FoldableText text={text} />
        </div>
      )}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{t("earlier", { count: earlier.length })}</summary>
          <ol>
            {earlier.map((version) => (
              <li key={version.at}>
                <InstantText instant={version.at} />
                <div className={classes.text}>
                  <FoldableText text={version.text} />
                </div>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
