import { z } from "zod";
import { activityEntrySchema, activityExportQuerySchema } from "@/lib/api/activity";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { exportActivity } from "@/lib/server/activity/export-activity";
import { activityFilter } from "@/lib/server/activity/read-activity";
import { schemaQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { ByteStream, noBody } from "../route-declaration";
import { textStream } from "../text-stream";
import { activityExample } from "./activity-example";

const MEDIA_TYPES = { csv: "text/csv; charset=utf-8", ndjson: "application/x-ndjson" } as const;

export const exportActivityRoute = route({
  method: "GET",
  path: "/api/activity/export",
  summary: "The record of activities as a file, CSV or one JSON object per line; the export is recorded, too",
  role: "analyst",
  params: z.object({}),
  query: schemaQuery(activityExportQuerySchema),
  body: noBody,
  response: activityEntrySchema,
  mediaType: "text/csv",
  problems: [],
  example: activityExample,
  async handle({ deps, signedIn, facts, query: { format, ...filter } }) {
    const { user } = requireSignedIn(signedIn);
    const { exportSlots } = deps;
    return exportSlots.take(user.id, async (onEnd) => {
      await appendActivity(deps.database, {
        at: deps.clock(),
        actor: { kind: "user", id: user.id, name: user.username },
        action: "activity.exported",
        subject: null,
        details: { format, filter },
        address: facts.address,
      });
      const text = exportActivity(deps.database, activityFilter(filter), format);
      const headers = { "content-disposition": `attachment; filename="activity.${format}"` };
      return new ByteStream(textStream(text, onEnd), MEDIA_TYPES[format], headers, exportSlots.idleMs);
    });
  },
});
