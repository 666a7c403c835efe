import { eventSelectionSchema } from "@/lib/api/event-selection";
import { readSelection } from "@/lib/server/triage/select-events";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { selectionExample, selectionPath } from "./selection-path";

export const readSelectionRoute = route({
  method: "GET",
  path: "/api/events/selection/{selectionId}",
  summary: "How many events a selection of the caller's holds",
  role: "viewer",
  params: selectionPath,
  query: noQuery,
  body: noBody,
  response: eventSelectionSchema,
  problems: ["not-found"],
  example: selectionExample,
  handle: ({ deps, signedIn, params }) =>
    readSelection(deps, requireSignedIn(signedIn).user.id, params.selectionId),
});
