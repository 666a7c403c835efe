import { z } from "zod";
import { statusChangeResponseSchema, statusUndoRequestSchema } from "@/lib/api/status-change";
import { requesterOf } from "@/lib/server/triage/requester";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { statusChangeAnswer } from "./status-change-answer";
import { jobStartedExample, statusChangeExample } from "./status-examples";

export const undoStatusRoute = route({
  method: "POST",
  path: "/api/events/status/undo",
  summary: "Take a change back: what was not sent is not sent, and every event gets its earlier status",
  role: "analyst",
  params: z.object({}),
  query: noQuery,
  body: statusUndoRequestSchema,
  response: statusChangeResponseSchema,
  problems: ["not-found", "conflict"],
  example: statusChangeExample,
  acceptedExample: jobStartedExample,
  async handle({ deps, signedIn, facts, body }) {
    const requester = requesterOf(requireSignedIn(signedIn), facts);
    return statusChangeAnswer(await undoStatus(deps, requester, body.changeId));
  },
});
