import { useEffect, useEffectEvent, useState } from "react";
import { useSignedIn } from "@/components/layout/signed-in";
import { keepInTab, readTab } from "@/components/layout/tab-storage";

const storageKey = (person: string, subject: string) => `note-draft.${person}.${subject}`;

type Listener = (key: string, sent: string) => void;

/** The fields on the screen, which hear that the server has kept a note whoever sent it. */
const fields = new Set<Listener>();

/**
 * A note that is being written: it outlives another event, a reload and a session that has ended, in this tab.
 * @param subject the event, or the note that is edited.
 * @param initial what stands there before anything is typed.
 * @param onKept called once the server has kept what stands here; not while there are words that came later.
 */
export function useNoteDraft(subject: string, initial: string, onKept?: () => void) {
  const key = storageKey(useSignedIn().name, subject);
  const [text, setText] = useState(initial);
  // Not at first: the server, which renders the same, knows of no draft.
  useEffect(() => {
    const draft = readTab(key);
    if (draft !== null) setText(draft);
  }, [key]);
  const hear = useEffectEvent<Listener>((keptKey, sent) => {
    if (keptKey !== key || text.trim() !== sent) return;
    setText("");
    onKept?.();
  });
  useEffect(() => {
    const listener: Listener = (keptKey, sent) => hear(keptKey, sent);
    fields.add(listener);
    return () => {
      fields.delete(listener);
    };
  }, []);
  return {
    text,
    write(next: string) {
      setText(next);
      keepInTab(key, next === initial ? null : next);
    },
    /** The note is given up. */
    forget() {
      setText("");
      keepInTab(key, null);
    },
    /**
     * The server has kept `sent`, maybe after the field has gone: it is no draft any more, there and in any field
     * that shows it. Words that came later stay.
     */
    kept(sent: string) {
      if (readTab(key)?.trim() === sent) keepInTab(key, null);
      for (const listener of fields) listener(key, sent);
    },
  };
}

/** Whether somebody has begun to write and was interrupted; known after the first rendering. */
export function useHasNoteDraft(subject: string): boolean {
  const key = storageKey(useSignedIn().name, subject);
  const [has, setHas] = useState(false);
  useEffect(() => setHas(readTab(key) !== null), [key]);
  return has;
}
