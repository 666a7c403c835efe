import type { MappedEvent } from "@/lib/server/sources/source";

/** A mapped event; give what the test is about. */
export function mappedEvent(overrides: Partial<MappedEvent> = {}): MappedEvent {
  return {
    source: "waf-threat",
    upstreamId: null,
    upstreamKey: "event-1",
    severity: "high",
    status: "toBeConfirmed",
    statusOrigin: "local",
    type: "Event_Probe",
    title: "Probing",
    description: null,
    firstSeenAt: null,
    lastSeenAt: "2026-01-31T08:00:00.000Z",
    attackCount: 1,
    blockedCount: null,
    outcome: "unknown",
    attackers: [],
    target: { host: null, path: null, server: null, addresses: [], resource: null, region: null },
    unmapped: [],
    partial: false,
    attackCounts: [],
    raw: "{}",
    ...overrides,
  };
}
