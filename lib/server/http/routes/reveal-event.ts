import { revealResponseSchema } from "@/lib/api/reveal";
import { revealEvent } from "@/lib/server/triage/reveal-event";
import { requireActing, route } from "../route";
import { noBody } from "../route-declaration";
import { eventPath, liveQuery } from "./event-path";

export const revealEventRoute = route({
  method: "POST",
  path: "/api/events/{eventId}/reveal",
  summary: "What is masked in an event, as it came; recorded under the caller's name",
  role: "analyst",
  params: eventPath,
  query: liveQuery,
  body: noBody,
  response: revealResponseSchema,
  problems: ["not-found"],
  example: {
    samples: [
      {
        kind: "request",
        label: "Request",
        text: "GET / HTTP/1.1\ncookie: session=4f2a",
        highlight: null,
        masked: false,
      },
    ],
    live: [],
    rawText: '{"req_headers":"{\\"cookie\\":\\"session=4f2a\\"}"}',
  },
  handle: (context) =>
    revealEvent(context.deps, requireActing(context), context.params.eventId, {
      live: context.query.live === "true",
    }),
});
