import { z } from "zod";
import { createViewSchema, savedViewSchema } from "@/lib/api/saved-views";
import { createView } from "@/lib/server/triage/views/create-view";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { viewExample } from "./view-path";

export const createViewRoute = route({
  method: "POST",
  path: "/api/views",
  summary: "Stores a view; sharing it needs the role analyst",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: createViewSchema,
  response: savedViewSchema,
  problems: ["conflict"],
  example: viewExample,
  handle: (context) => createView(context.deps, requireActing(context), context.body),
});
