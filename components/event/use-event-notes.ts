"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { eventNoteListSchema } from "@/lib/api/event-work";
import { fetchJson } from "@/lib/api/fetch-json";
import { sendJson } from "@/lib/api/send-json";
import { workKey } from "./work-keys";

/** What people wrote about an event; each change answers with all of it. */
export function useEventNotes(eventId: string) {
  const client = useQueryClient();
  const path = `/api/events/${encodeURIComponent(eventId)}/notes`;
  const queryKey = workKey("notes", eventId);
  const notes = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchJson(path, eventNoteListSchema, { signal }),
  });
  const save = useMutation({
    mutationFn: ({ noteId, text }: { noteId: string | null; text: string }) =>
      noteId === null
        ? sendJson("POST", path, eventNoteListSchema, { text })
        : sendJson("PATCH", `${path}/${encodeURIComponent(noteId)}`, eventNoteListSchema, { text }),
    onSuccess: (list) => client.setQueryData(queryKey, list),
  });
  return { notes, save };
}
