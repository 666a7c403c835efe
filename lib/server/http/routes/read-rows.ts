import { z } from "zod";
import { eventRowsSchema } from "@/lib/api/event-changes";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import { readRows } from "@/lib/server/triage/read-rows";
import { schemaQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventExample } from "./examples";

const idList = z
  .string()
  .transform((text) => [...new Set(text.split(",").filter((id) => id !== ""))])
  .pipe(
    z
      .array(z.string().max(100, { error: "must be ids of events" }))
      .min(1, { error: "must name an event" })
      .max(MAX_NOTICED, { error: `must name at most ${MAX_NOTICED} events` }),
  )
  .describe("Ids of events, comma-separated; at most 100.");

export const readRowsRoute = route({
  method: "GET",
  path: "/api/events/rows",
  summary: "Some events as they are now, without their details",
  role: "viewer",
  params: z.object({}),
  query: schemaQuery(z.object({ ids: idList })),
  body: noBody,
  response: eventRowsSchema,
  problems: [],
  example: { items: [eventExample], missing: [] },
  handle: ({ deps, query }) => readRows(deps, query.ids),
});
