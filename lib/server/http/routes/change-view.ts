import { changeViewSchema, savedViewSchema } from "@/lib/api/saved-views";
import { changeView } from "@/lib/server/triage/views/change-view";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { viewExample, viewPath } from "./view-path";

export const changeViewRoute = route({
  method: "PATCH",
  path: "/api/views/{viewId}",
  summary: "Changes a view, or makes it the one that the caller's queue opens with",
  role: "viewer",
  params: viewPath,
  query: noQuery,
  body: changeViewSchema,
  response: savedViewSchema,
  problems: ["not-found", "conflict"],
  example: viewExample,
  handle: ({ deps, signedIn, params, body }) =>
    changeView(deps, requireSignedIn(signedIn).user, params.viewId, body),
});
