import { z } from "zod";
import { activityListSchema, activityQuerySchema } from "@/lib/api/activity";
import { activityFilter, readActivity } from "@/lib/server/activity/read-activity";
import { InvalidCursorError } from "@/lib/server/db/queries/event-cursor";
import { schemaQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { activityExample } from "./activity-example";

function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new InvalidCursorError(
    "The cursor is damaged or made up. Use the nextCursor of the page before, or leave it out.",
  );
}

export const listActivityRoute = route({
  method: "GET",
  path: "/api/activity",
  summary: "Who did what, newest first",
  role: "viewer",
  params: z.object({}),
  query: schemaQuery(activityQuerySchema),
  body: noBody,
  response: activityListSchema,
  problems: ["invalid-cursor"],
  example: { items: [activityExample], nextCursor: "41" },
  handle: ({ deps, query: { limit, cursor, ...filter } }) =>
    readActivity(deps.database, activityFilter(filter), { cursor: readCursor(cursor), limit }),
});
