import { z } from "zod";
import { createSelectionSchema, eventSelectionSchema } from "@/lib/api/event-selection";
import { selectEvents } from "@/lib/server/triage/select-events";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { selectionExample } from "./selection-path";

export const createSelectionRoute = route({
  method: "POST",
  path: "/api/events/selection",
  summary: "Freezes all events that match now; at most 100,000, for an hour",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: createSelectionSchema,
  response: eventSelectionSchema,
  problems: [],
  example: selectionExample,
  handle: ({ deps, signedIn, body }) => selectEvents(deps, requireSignedIn(signedIn).user.id, body.query),
});
