import { z } from "zod";
import { activityEntrySchema, activityExportQuerySchema } from "@/lib/api/activity";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { exportActivity } from "@/lib/server/activity/export-activity";
import { activityFilter } from "@/lib/server/activity/read-activity";
import { recordedActor } from "@/lib/server/auth/acting";
import { schemaQuery } from "../query-reader";
import { requireActing, route } from "../route";
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
  mediaTypes: ["text/csv", "application/x-ndjson"],
  headers: { "Content-Disposition": "The name of the file." },
  problems: [],
  example: activityExample,
  async handle({ deps, query: { format, ...filter }, ...context }) {
    const acting = requireActing(context);
    const { exportSlots } = deps;
    return exportSlots.take(acting.signedIn.user.id, async (onEnd) => {
      await appendActivity(deps.database, {
        at: deps.clock(),
        ...recordedActor(acting),
        action: "activity.exported",
        subject: null,
        details: { format, filter },
      });
      const text = exportActivity(deps.database, activityFilter(filter), format);
      const headers = { "content-disposition": `attachment; filename="activity.${format}"` };
      return new ByteStream(textStream(text, onEnd), MEDIA_TYPES[format], headers, exportSlots.idleMs);
    });
  },
});
