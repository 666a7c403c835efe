import { z } from "zod";
import { exportManifestSchema } from "@/lib/api/event-export";
import { readManifest } from "@/lib/server/triage/export/export-events";
import { schemaQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { noBody } from "../route-declaration";

export const readExportManifestRoute = route({
  method: "GET",
  path: "/api/events/export/manifest",
  summary: "What an exported file holds, and whether it is complete",
  role: "analyst",
  params: z.object({}),
  query: schemaQuery(
    z.object({ export: z.string().max(50).optional().describe("By default your newest export.") }),
  ),
  body: noBody,
  response: exportManifestSchema,
  problems: ["not-found"],
  example: {
    id: "V1StGXR8_Z5jdHi6B-myT",
    format: "ocsf",
    filter: "severity=critical&from=-7d",
    timeZone: "UTC",
    startedAt: "2026-01-31T08:00:00.000Z",
    finishedAt: "2026-01-31T08:00:02.500Z",
    matching: 120_000,
    rows: 120_000,
    bytes: 96_000_000,
    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    complete: true,
  },
  handle: ({ deps, query, ...context }) => readManifest(deps, requireActing(context), query.export ?? null),
});
