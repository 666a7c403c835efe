import type { Freshness } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";

/** An event as the API gives it, for the OpenAPI document. Addresses are from the documentation ranges. */
export const eventExample: SecurityEvent = {
  id: "p4Xk0cTq2mVb8sLd",
  connection: "prod-waf",
  source: "waf-threat",
  upstreamId: "9c1f",
  severity: "high",
  status: "toBeConfirmed",
  statusOrigin: "local",
  writeState: null,
  type: "sqli",
  title: "SQL injection",
  description: null,
  firstSeenAt: "2026-01-31T07:12:00.000Z",
  lastSeenAt: "2026-01-31T08:00:00.000Z",
  attackCount: 20,
  blockedCount: 20,
  outcome: "blocked",
  attackers: [{ kind: "ip", value: "203.0.113.7", country: "US", region: null, count: 20, tags: [] }],
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
  syncedAt: "2026-01-31T08:01:00.000Z",
};

export const freshnessExample: Freshness = {
  connection: "prod-waf",
  source: "waf-threat",
  lastSuccessAt: "2026-01-31T08:01:00.000Z",
  state: "fresh",
  failingSince: null,
  reason: null,
};
