import { z } from "zod";
import { attackerSummarySchema } from "@/lib/api/attacker";
import { readAttacker } from "@/lib/server/triage/read-attacker";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventExample } from "./examples";

export const attackerPath = z.object({
  attacker: z.string().min(1).max(1_000).describe("An address, a network (CIDR) or an account."),
});

const one = (name: string, value: string) => [
  { value, count: 1, filter: `attacker=203.0.113.7&${name}=${encodeURIComponent(value)}` },
];

export const readAttackerRoute = route({
  method: "GET",
  path: "/api/attackers/{attacker}",
  summary: "What an attacker did: how much, when, to what, and the newest events",
  role: "viewer",
  params: attackerPath,
  query: noQuery,
  body: noBody,
  response: attackerSummarySchema,
  problems: [],
  example: {
    value: "203.0.113.7",
    events: { count: 1, filter: "attacker=203.0.113.7" },
    open: { count: 1, filter: "attacker=203.0.113.7&status=toBeConfirmed%2Cconfirmed" },
    attacks: eventExample.attackCount,
    firstSeenAt: eventExample.firstSeenAt,
    lastSeenAt: eventExample.lastSeenAt,
    descriptions: [{ kind: "ip", country: "US", region: null, tags: [] }],
    by: {
      target: one("target", "shop.example.com"),
      type: one("type", eventExample.type),
      severity: one("severity", eventExample.severity),
      status: one("status", eventExample.status),
      outcome: one("outcome", eventExample.outcome),
      source: one("source", eventExample.source),
    },
    newest: [eventExample],
  },
  handle: ({ deps, params }) => readAttacker(deps, params.attacker),
});
