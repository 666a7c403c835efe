import { type Checklist, checklistRequestSchema, checklistSchema } from "@/lib/api/event-work";
import { readChecklist, tickStep } from "@/lib/server/triage/event-checklist";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { eventPath } from "./event-path";

const example: Checklist = {
  ticks: [
    {
      step: "Block the address at the edge.",
      by: { kind: "user", id: "3kTMd9Xs0pLq", name: "mia" },
      at: "2026-01-31T08:00:00.000Z",
    },
  ],
};

export const readChecklistRoute = route({
  method: "GET",
  path: "/api/events/{eventId}/checklist",
  summary: "The steps of the guidance that somebody has done",
  role: "viewer",
  params: eventPath,
  query: noQuery,
  body: noBody,
  response: checklistSchema,
  problems: ["not-found"],
  example,
  handle: ({ deps, params }) => readChecklist(deps, params.eventId),
});

export const tickStepRoute = route({
  method: "PUT",
  path: "/api/events/{eventId}/checklist",
  summary: "Tick a step of the guidance, or take the tick away",
  role: "analyst",
  params: eventPath,
  query: noQuery,
  body: checklistRequestSchema,
  response: checklistSchema,
  problems: ["not-found"],
  example,
  handle: ({ deps, signedIn, facts, params, body }) =>
    tickStep(deps, requesterOf(requireSignedIn(signedIn), facts), params.eventId, body),
});
