import { z } from "zod";
import { sourceListSchema } from "@/lib/api/source-list";
import { readSources } from "@/lib/server/triage/read-sources";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";

export const readSourcesRoute = route({
  method: "GET",
  path: "/api/sources",
  summary: "The connections, and how well each source is read",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: sourceListSchema,
  problems: [],
  example: null,
  handle: ({ deps }) => readSources(deps),
});
