import { count, sql } from "drizzle-orm";
import type { RejectedRecord } from "@/lib/events/event-record";
import type { SourceId } from "@/lib/events/source-id";
import { storableText } from "@/lib/format/storable-text";
import type { Database } from "../database";
import { digest } from "../event-id";
import { quarantinedRecords } from "../schema/quarantine";
import { storableJsonText } from "../storable-text";

/** Keeps records that could not be mapped. One that comes again only moves its time and reason. */
export async function quarantineRecords(
  db: Database,
  input: {
    readonly connection: string;
    readonly source: SourceId;
    readonly rejected: readonly RejectedRecord[];
    readonly at: Date;
  },
): Promise<void> {
  const { connection, source, rejected, at } = input;
  const rows = new Map(
    rejected.map(({ raw, reason }) => {
      const key = digest(raw);
      const texts = { raw: storableJsonText(raw), reason: storableText(reason) };
      return [key, { connection, source, digest: key, ...texts, firstSeenAt: at, lastSeenAt: at }];
    }),
  );
  if (rows.size === 0) return;
  const { connection: c, source: s, digest: d } = quarantinedRecords;
  await db
    .insert(quarantinedRecords)
    .values([...rows.values()])
    .onConflictDoUpdate({
      target: [c, s, d],
      set: { reason: sql`excluded.reason`, lastSeenAt: sql`excluded.last_seen_at` },
    });
}

export type SourceCount = { readonly connection: string; readonly source: SourceId; readonly count: number };

/** Records in quarantine, per source of each connection that has any. */
export function countQuarantined(db: Database): Promise<SourceCount[]> {
  const { connection, source } = quarantinedRecords;
  return db
    .select({ connection, source, count: count() })
    .from(quarantinedRecords)
    .groupBy(connection, source);
}
