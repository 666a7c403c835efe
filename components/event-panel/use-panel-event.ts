"use client";

import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { ShownEvent } from "@/components/event/shown-event";
import { useLiveEvent } from "@/components/event/use-live-event";
import { useErrorText } from "@/components/ui/use-error-text";
import { eventResponseSchema } from "@/lib/api/event-detail";
import { callApi } from "@/lib/api/fetch-json";

type IndexedEvent = { readonly record: ShownEvent; readonly rawText: string };

/** The event as the index has it, at once; numbers of the upstream record keep all their digits. */
function indexedQuery(eventId: string) {
  return queryOptions({
    queryKey: ["event", eventId, "indexed"],
    queryFn: async ({ signal }): Promise<IndexedEvent> => {
      const url = `/api/events/${encodeURIComponent(eventId)}?live=false`;
      const text = await (await callApi(url, { signal })).text();
      const { parse, stringify } = await import("lossless-json");
      const whole = parse(text);
      const raw = typeof whole === "object" && whole !== null && "raw" in whole ? whole.raw : null;
      const { raw: _parsed, ...record } = eventResponseSchema.parse(JSON.parse(text));
      return { record, rawText: stringify(raw, null, 2) ?? "" };
    },
  });
}

/** Reads an event that may be opened next. */
export function prefetchEvent(client: QueryClient, eventId: string): Promise<void> {
  return client.prefetchQuery(indexedQuery(eventId));
}

/** What the panel shows: the index first, then what the cloud answers. */
export function usePanelEvent(eventId: string) {
  const errorText = useErrorText();
  const indexed = useQuery(indexedQuery(eventId));
  // What is known is on the screen before more is asked: drawing and asking would take turns.
  const shownId = useDeferredValue(indexed.data ? eventId : null, null);
  const live = useLiveEvent(eventId, { enabled: shownId === eventId || indexed.isError });
  return {
    record: live.data ?? indexed.data?.record,
    rawText: indexed.data?.rawText ?? null,
    error: indexed.data || live.data ? null : (indexed.error ?? null),
    retry: indexed.refetch,
    live: {
      reading: live.isFetching,
      failure: live.error && errorText(live.error),
      onRetry: () => void live.refetch(),
    },
  };
}

export type PanelEvent = ReturnType<typeof usePanelEvent>;
