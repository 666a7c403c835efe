import type { Attacker, SecurityEvent } from "@/lib/events/event";

/** An attacker with nothing known but its value. */
export function attacker(value: string, overrides: Partial<Attacker> = {}): Attacker {
  return { kind: "ip", value, country: null, region: null, count: null, tags: [], ...overrides };
}

/** A complete event; every field can be replaced. */
export function securityEvent(overrides: Partial<SecurityEvent> = {}): SecurityEvent {
  return {
    id: "event-1",
    connection: "test",
    source: "waf-threat",
    upstreamId: "upstream-1",
    severity: "high",
    status: "toBeConfirmed",
    statusOrigin: "local",
    writeState: null,
    type: "SingleURLSqlattack",
    title: "SQL injection on one URL",
    description: null,
    firstSeenAt: null,
    lastSeenAt: "2026-01-01T00:00:00.000Z",
    attackCount: 20,
    blockedCount: 0,
    outcome: "not-blocked",
    attackers: [attacker("203.0.113.7", { country: "GB" })],
    target: {
      host: "shop.example.com",
      path: "/login",
      server: null,
      addresses: [],
      resource: null,
      region: null,
    },
    unmapped: [],
    assignee: null,
    version: 1,
    syncedAt: "2026-01-01T00:00:00.000Z",
    ...overrides,
  };
}
