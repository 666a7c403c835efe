import { useQuery } from "@tanstack/react-query";
import { neighboursQuery } from "@/components/events/queue-queries";
import type { EventNeighbours } from "@/lib/api/event-neighbours";
import type { SecurityEvent } from "@/lib/events/event";
import type { EventView } from "@/lib/events/query";

/**
 * The events before and after one: as the rows stand, and where they end or do not hold the event, as the server
 * knows them.
 */
export function useNeighbours(
  eventId: string,
  rows: readonly SecurityEvent[],
  view: EventView,
): EventNeighbours {
  const index = rows.findIndex(({ id }) => id === eventId);
  const listed = index >= 0;
  const next = listed ? rows[index + 1]?.id : undefined;
  const { data } = useQuery({ ...neighboursQuery(view, eventId), enabled: next === undefined });
  return {
    // Above the first row wait the new events, which nobody has asked to see.
    previousId: (listed ? rows[index - 1]?.id : data?.previousId) ?? null,
    nextId: next ?? data?.nextId ?? null,
  };
}
