import type { EventHistory, EventResponse } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";

/** An event as the API gives it; `change` replaces whole fields. */
export function securityEvent(change: Partial<SecurityEvent> = {}): SecurityEvent {
  return {
    id: "event-1",
    connection: "waf-1",
    source: "waf-api-security",
    upstreamId: "5d1f4c2e",
    severity: "high",
    status: "toBeConfirmed",
    statusOrigin: "cloud",
    writeState: null,
    type: "Event_DataTraverse",
    title: "Data enumerated through an API",
    description: null,
    firstSeenAt: "2026-03-01T10:00:00.000Z",
    lastSeenAt: "2026-03-01T11:00:00.000Z",
    attackCount: 12,
    blockedCount: 3,
    outcome: "partly-blocked",
    attackers: [],
    target: { host: null, path: null, server: null, addresses: [], resource: null, region: null },
    unmapped: [],
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
    guidance: { code: "BlockIP", title: "Block the address", why: "It attacks alone.", steps: ["Block it."] },
    raw: null,
  };
}

/** A history answer of a product whose cloud keeps none. */
export function eventHistory(change: Partial<EventHistory> = {}): EventHistory {
  return { items: [], cloud: { state: "none", readAt: null, reason: null }, ...change };
}
