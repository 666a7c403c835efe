"use client";

import { useQuery } from "@tanstack/react-query";
import { eventHistorySchema, eventResponseSchema } from "@/lib/api/event-detail";
import { fetchJson } from "@/lib/api/fetch-json";

type Asking = { /** Nothing is asked until then. */ readonly enabled?: boolean };

/** The event with its facets read live from the cloud. */
export function useLiveEvent(id: string, { enabled = true }: Asking = {}) {
  return useQuery({
    enabled,
    queryKey: ["event", id],
    queryFn: ({ signal }) =>
      fetchJson(`/api/events/${encodeURIComponent(id)}`, eventResponseSchema, { signal }),
  });
}

const historyPath = (id: string) => `/api/events/${encodeURIComponent(id)}/history`;

/** Who changed the event's status, here and in the cloud. */
export function useEventHistory(id: string, { enabled = true }: Asking = {}) {
  return useQuery({
    enabled,
    queryKey: ["event-history", id],
    queryFn: ({ signal }) => fetchJson(historyPath(id), eventHistorySchema, { signal }),
  });
}

/**
 * The status that the event had at a moment, from the record; the cloud is not asked again for it.
 * @param at ISO 8601 UTC; `null` asks nothing.
 */
export function useStatusAt(id: string, at: string | null) {
  return useQuery({
    queryKey: ["event-history", id, "at", at],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ at: at ?? "", live: "false" });
      return (await fetchJson(`${historyPath(id)}?${query}`, eventHistorySchema, { signal })).asOf;
    },
    enabled: at !== null,
  });
}
