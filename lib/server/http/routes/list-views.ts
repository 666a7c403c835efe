import { z } from "zod";
import { savedViewListSchema } from "@/lib/api/saved-views";
import { listViews } from "@/lib/server/triage/views/list-views";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { viewExample } from "./view-path";

export const listViewsRoute = route({
  method: "GET",
  path: "/api/views",
  summary: "The caller's views and the shared ones",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: savedViewListSchema,
  problems: [],
  example: { items: [viewExample] },
  handle: ({ deps, signedIn }) => listViews(deps, requireSignedIn(signedIn).user),
});
