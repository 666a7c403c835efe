"use client";

import { useQuery } from "@tanstack/react-query";
import { eventHistorySchema, eventResponseSchema } from "@/lib/api/event-detail";
import { fetchJson } from "@/lib/api/fetch-json";

/** The event with its facets read live from the cloud. */
export function useLiveEvent(id: string) {
  return useQuery({
    queryKey: ["event", id],
    queryFn: ({ signal }) =>
      fetchJson(`/api/events/${encodeURIComponent(id)}`, eventResponseSchema, { signal }),
  });
}

/** Who changed the event's status, here and in the cloud. */
export function useEventHistory(id: string) {
  return useQuery({
    queryKey: ["event", id, "history"],
    queryFn: ({ signal }) =>
      fetchJson(`/api/events/${encodeURIComponent(id)}/history`, eventHistorySchema, { signal }),
  });
}
