import { relatedEventsSchema } from "@/lib/api/related-events";
import { readRelated } from "@/lib/server/triage/read-related";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventPath } from "./event-path";

export const readRelatedRoute = route({
  method: "GET",
  path: "/api/events/{eventId}/related",
  summary: "How many events share an attacker, the target, the type or the rule",
  role: "viewer",
  params: eventPath,
  query: noQuery,
  body: noBody,
  response: relatedEventsSchema,
  problems: ["not-found"],
  example: {
    window: { from: "2026-01-30T07:12:00.000Z", to: "2026-02-01T08:00:00.000Z" },
    items: [
      {
        by: "attacker",
        value: "203.0.113.7",
        inWindow: {
          count: 3,
          filter: "attacker=203.0.113.7&from=2026-01-30T07%3A12%3A00.000Z&to=2026-02-01T08%3A00%3A00.000Z",
        },
        overall: { count: 41, filter: "attacker=203.0.113.7" },
      },
    ],
    moreAttackers: 0,
  },
  handle: ({ deps, params }) => readRelated(deps, params.eventId),
});
