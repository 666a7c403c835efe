import { z } from "zod";
import { instantSchema } from "@/lib/events/event";

/** What a file of events can be written as: a table, our own objects, or OCSF Detection Findings (class 2004). */
export const EXPORT_FORMATS = ["csv", "ndjson", "ocsf"] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/**
 * GET /api/events/export/manifest: what a file holds, and whether it is whole. Rows are written oldest first; an
 * event that is active again meanwhile is in the file twice, the later row being the newer one.
 */
export const exportManifestSchema = z.object({
  id: z.string(),
  format: exportFormatSchema,
  /** As in a view's URL, relative times included; they were resolved at `startedAt`. */
  filter: z.string(),
  /** Of every time in the file, an IANA name: the one asked for in a table, UTC in the other formats. */
  timeZone: z.string(),
  startedAt: instantSchema,
  /** Null while it is written, and for ever when the server stopped meanwhile. */
  finishedAt: instantSchema.nullable(),
  /** How many events matched when it was started. */
  matching: z.int(),
  /** Events in the file. */
  rows: z.int(),
  /** Of the file, before any compression on the way. */
  bytes: z.int(),
  /** SHA-256 of the file, hexadecimal; null until it is finished. */
  sha256: z.string().nullable(),
  /** True when the file was written to its end. */
  complete: z.boolean(),
});
export type ExportManifest = z.infer<typeof exportManifestSchema>;
