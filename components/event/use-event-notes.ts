"use client";

import { useIsMutating, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { eventNoteListSchema } from "@/lib/api/event-work";
import { readJson } from "@/lib/api/read-json";
import { sendJson } from "@/lib/api/send-json";
import { workKey } from "./work-keys";

const pathOf = (eventId: string) => `/api/events/${encodeURIComponent(eventId)}/notes`;

/** What people wrote about an event. */
export function useEventNotes(eventId: string) {
  return useQuery({
    queryKey: workKey("notes", eventId),
    queryFn: ({ signal }) => readJson(pathOf(eventId), eventNoteListSchema, signal),
  });
}

/**
 * Keeps a text as a note on an event; the answer holds all of them.
 * @param noteId the note that is edited; null for a new one.
 * @param onKept called with the text that was sent once the server has it, even where the event has been left since.
 */
export function useSaveNote(eventId: string, noteId: string | null, onKept: (text: string) => void) {
  const client = useQueryClient();
  const mutationKey = ["save-note", eventId, noteId];
  const { mutate, error } = useMutation({
    mutationKey,
    mutationFn: (text: string) =>
      noteId === null
        ? sendJson("POST", pathOf(eventId), eventNoteListSchema, { text })
        : sendJson("PATCH", `${pathOf(eventId)}/${encodeURIComponent(noteId)}`, eventNoteListSchema, {
            text,
          }),
    // Not given to `mutate`, which forgets its callbacks when the component goes or another note is saved.
    onSuccess: (list, text) => {
      client.setQueryData(workKey("notes", eventId), list);
      onKept(text);
    },
  });
  // Of whichever field sent it: who comes back before the answer must not send the note twice.
  const pending = useIsMutating({ mutationKey }) > 0;
  return { save: mutate, error, pending };
}
