import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { productSchema, sourceIdSchema } from "@/lib/events/value-schemas";
import { freshnessStateSchema } from "./event-list";

/** Something the sync could not fetch or understand, kept visible. */
export const syncGapSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  list: z.string(),
  announced: z.int(),
  received: z.int(),
  notedAt: instantSchema,
});

/** How one source of one connection is doing. */
export const sourceSyncSchema = z.object({
  source: sourceIdSchema,
  state: freshnessStateSchema,
  lastSuccessAt: instantSchema.nullable(),
  lastAttemptAt: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  reason: z.string().nullable(),
  /** The cloud's own error code and request id of the last failure. */
  errorCode: z.string().nullable(),
  errorRequestId: z.string().nullable(),
  /** The span that has been read completely. */
  coveredFrom: instantSchema.nullable(),
  coveredTo: instantSchema.nullable(),
  /** The run in progress; null between runs. */
  progress: z
    .object({
      windowFrom: instantSchema,
      windowTo: instantSchema,
      rows: z.int(),
      total: z.int().nullable(),
      rowsPerSecond: z.number().nullable(),
      estimatedEndAt: instantSchema.nullable(),
    })
    .nullable(),
  /** Events in the index. */
  events: z.int(),
  quarantined: z.int(),
  gaps: z.array(syncGapSchema),
});
export type SourceSync = z.infer<typeof sourceSyncSchema>;

export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  product: productSchema,
  region: z.string(),
  endpoint: z.string(),
  /** How it authenticates, in words; never a key. */
  authentication: z.string(),
  /** The read operations that the live proxy offers for it. */
  operations: z.array(z.string()),
  sources: z.array(sourceSyncSchema),
});
export type Connection = z.infer<typeof connectionSchema>;

/** GET /api/sources */
export const sourceListSchema = z.object({
  connections: z.array(connectionSchema),
  /** Why nothing that is read can be stored (the database's disk is full, or it takes no changes); null while it can. */
  storageProblem: z.string().nullable(),
});
export type SourceList = z.infer<typeof sourceListSchema>;
