import { z } from "zod";
import { eventChangesSchema } from "@/lib/api/event-changes";
import { type EventFilter, type Parsed, parseEventFilter } from "@/lib/events/query";
import { countAdded } from "@/lib/server/db/queries/count-added";
import { isSnapshotMark } from "@/lib/server/db/snapshot-mark";
import { parsedQuery, single } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventFilterParameters } from "./event-filter-query";

type ChangesQuery = { readonly filter: EventFilter; readonly since: string };

function parseChangesQuery(params: URLSearchParams, now: Date): Parsed<ChangesQuery> {
  const { value: filter, problems } = parseEventFilter(params, now, ["since"]);
  const found = [...problems];
  const since = single(params, "since", found) ?? "";
  if (!isSnapshotMark(since)) {
    found.push({ field: "since", message: "Give the mark of a list exactly as it came." });
  }
  return { value: { filter, since }, problems: found };
}

export const countChangesRoute = route({
  method: "GET",
  path: "/api/events/changes",
  summary: "How many events match that a list did not have yet",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(
    eventFilterParameters.extend({ since: z.string().describe("The mark of the list.") }),
    parseChangesQuery,
  ),
  body: noBody,
  response: eventChangesSchema,
  problems: [],
  example: { added: 3 },
  handle: async ({ deps, query }) => ({
    added: await countAdded(deps.database, query.filter, query.since, deps.clock()),
  }),
});
