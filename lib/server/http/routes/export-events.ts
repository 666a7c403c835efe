import { z } from "zod";
import { EXPORT_FORMATS, type ExportFormat, exportFormatSchema } from "@/lib/api/event-export";
import { isTimeZone, TIME_ZONE_WANTED } from "@/lib/api/settings";
import { securityEventSchema } from "@/lib/events/event";
import { type Parsed, parseEventFilter, type QueryProblem } from "@/lib/events/query";
import { type ExportOrder, exportEvents } from "@/lib/server/triage/export/export-events";
import { parsedQuery, single } from "../query-reader";
import { requireActing, route } from "../route";
import { ByteStream, noBody } from "../route-declaration";
import { textStream } from "../text-stream";
import { eventFilterParameters } from "./event-filter-query";
import { eventExample } from "./examples";

const FILES: Record<ExportFormat, { readonly mediaType: string; readonly name: string }> = {
  csv: { mediaType: "text/csv; charset=utf-8", name: "events.csv" },
  ndjson: { mediaType: "application/x-ndjson", name: "events.ndjson" },
  ocsf: { mediaType: "application/x-ndjson", name: "events-ocsf.ndjson" },
};

function parseFormat(params: URLSearchParams, problems: QueryProblem[]): ExportFormat {
  const parsed = exportFormatSchema.safeParse(single(params, "format", problems) ?? "csv");
  if (parsed.success) return parsed.data;
  problems.push({ field: "format", message: `Give one of: ${EXPORT_FORMATS.join(", ")}.` });
  return "csv";
}

function parseTimeZone(params: URLSearchParams, problems: QueryProblem[]): string {
  const timeZone = single(params, "timeZone", problems) ?? "UTC";
  if (isTimeZone(timeZone)) return timeZone;
  problems.push({ field: "timeZone", message: TIME_ZONE_WANTED });
  return "UTC";
}

function parseExportQuery(params: URLSearchParams, now: Date): Parsed<ExportOrder> {
  const parsed = parseEventFilter(params, now, ["format", "timeZone"]);
  const problems = [...parsed.problems];
  const format = parseFormat(params, problems);
  return { value: { filter: parsed.value, format, timeZone: parseTimeZone(params, problems) }, problems };
}

export const exportEventsRoute = route({
  method: "GET",
  path: "/api/events/export",
  summary:
    "All matching events as a file, oldest first: CSV, or per line one event or one OCSF Detection Finding. The Link header names its manifest; the export is recorded",
  role: "analyst",
  params: z.object({}),
  query: parsedQuery(
    eventFilterParameters.extend({
      format: exportFormatSchema.default("csv").describe("ocsf: Detection Findings, class 2004."),
      timeZone: z.string().default("UTC").describe("An IANA name: of the times in a CSV file."),
    }),
    parseExportQuery,
  ),
  body: noBody,
  response: securityEventSchema,
  mediaTypes: ["text/csv", "application/x-ndjson"],
  headers: {
    "Content-Disposition": "The name of the file.",
    Link: "The address of the file's manifest, with rel=describedby.",
  },
  problems: [],
  example: eventExample,
  async handle({ deps, query, ...context }) {
    const acting = requireActing(context);
    const { mediaType, name } = FILES[query.format];
    const { exportSlots } = deps;
    return exportSlots.take(acting.signedIn.user.id, async (onEnd) => {
      const { id, text } = await exportEvents(deps, acting, query);
      const headers = {
        "content-disposition": `attachment; filename="${name}"`,
        link: `</api/events/export/manifest?export=${id}>; rel="describedby"`,
      };
      return new ByteStream(textStream(text, onEnd), mediaType, headers, exportSlots.idleMs);
    });
  },
});
