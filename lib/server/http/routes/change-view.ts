import { changeViewSchema, savedViewSchema } from "@/lib/api/saved-views";
import { changeView } from "@/lib/server/triage/views/change-view";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
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
  handle: (context) => changeView(context.deps, requireActing(context), context.params.viewId, context.body),
});
