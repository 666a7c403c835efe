import type { EventHistory, EventResponse } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import { mappedEvent } from "./event-factory";

/** An event as the API gives it; `change` replaces whole fields. */
export function securityEvent(change: Partial<SecurityEvent> = {}): SecurityEvent {
  const { upstreamKey, partial, attackCounts, raw, ...event } = mappedEvent();
  return {
    ...event,
    id: "event-1",
    connection: "waf-1",
    writeState: null,
    assignee: null,
    version: 1,
    syncedAt: "2026-03-01T11:05:00.000Z",
    ...change,
  };
}

/** A detail answer without anything beyond the event; `detail` replaces whole parts. */
export function eventResponse(
  event: SecurityEvent = securityEvent(),
  detail: Partial<EventResponse["detail"]> = {},
): EventResponse {
  return {
    event,
    detail: {
      attackCounts: [],
      attackers: event.attackers,
      facts: [],
      samples: [],
      intelligence: [],
      live: [],
      ...detail,
    },
    guidance: {
      code: "BlockIP",
      title: "Block the address",
      why: "It attacks alone.",
      steps: ["Block it."],
      stepIds: ["Block {addresses}."],
    },
    raw: null,
  };
}

/** A history answer of a product whose cloud keeps none. */
export function eventHistory(change: Partial<EventHistory> = {}): EventHistory {
  const cloud = { state: "none", readAt: null, reason: null } as const;
  return { items: [], cloud, difference: null, asOf: null, ...change };
}
