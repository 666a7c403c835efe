"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { checklistSchema } from "@/lib/api/event-work";
import { fetchJson } from "@/lib/api/fetch-json";
import { sendJson } from "@/lib/api/send-json";
import { workKey } from "./work-keys";

/** Which steps of the guidance somebody has done. */
export function useChecklist(eventId: string) {
  const client = useQueryClient();
  const path = `/api/events/${encodeURIComponent(eventId)}/checklist`;
  const queryKey = workKey("checklist", eventId);
  const checklist = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchJson(path, checklistSchema, { signal }),
  });
  const tick = useMutation({
    mutationFn: (request: { step: string; done: boolean }) => sendJson("PUT", path, checklistSchema, request),
    onSuccess: (list) => client.setQueryData(queryKey, list),
  });
  return { checklist, tick };
}
