"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { EVENT_ROW_KEY } from "@/components/events/patch-rows";
import { readRows } from "@/components/events/queue-queries";
import { pendingRows } from "@/components/triage/pending-rows";
import type { SecurityEvent } from "@/lib/events/event";
import { newerEvent } from "@/lib/events/newer-event";
import { isUnverified } from "@/lib/events/status";

/** How often an event is looked at while its change is on the way to the cloud, milliseconds. */
const ON_THE_WAY = 2_000;

export const eventRowKey = (eventId: string) => [EVENT_ROW_KEY, eventId] as const;

/**
 * An event with what people change about it as it is now: status, assignee, version. Changes made here show at
 * once, before the server has answered.
 * @param read the event as it was read last; it says everything else.
 */
export function useEventRow(read: SecurityEvent): SecurityEvent {
  const client = useQueryClient();
  const queryKey = eventRowKey(read.id);
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const [answered] = (await readRows([read.id])).items;
      const shown = client.getQueryData<SecurityEvent>(queryKey) ?? read;
      // An event that has gone stays as it was: its page says so at the next visit.
      return newerEvent(answered, shown);
    },
    initialData: () => pendingRows.asOrdered(read),
    refetchInterval: ({ state }) => (isUnverified(state.data?.writeState ?? null) ? ON_THE_WAY : false),
  });
  if (data.version < read.version) return read;
  const { status, statusOrigin, writeState, assignee, version } = data;
  return { ...read, status, statusOrigin, writeState, assignee, version };
}
