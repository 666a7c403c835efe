import { eventViewersSchema, noteViewerRequestSchema } from "@/lib/api/event-work";
import { noteViewer } from "@/lib/server/triage/event-viewers";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { eventPath } from "./event-path";

export const noteViewerRoute = route({
  method: "POST",
  path: "/api/events/{eventId}/viewers",
  summary: "Say that one has the event open, and learn who else has",
  role: "viewer",
  params: eventPath,
  query: noQuery,
  body: noteViewerRequestSchema,
  response: eventViewersSchema,
  problems: ["not-found"],
  example: {
    viewers: [
      { person: { kind: "user", id: "3kTMd9Xs0pLq", name: "mia" }, since: "2026-01-31T08:00:00.000Z" },
    ],
  },
  handle: ({ deps, signedIn, facts, params, body }) =>
    noteViewer(deps, requesterOf(requireSignedIn(signedIn), facts), params.eventId, body),
});
