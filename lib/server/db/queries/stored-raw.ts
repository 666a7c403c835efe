import { inArray } from "drizzle-orm";
import type { SourceId } from "@/lib/events/source-id";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { eventId } from "../event-id";
import { eventRecords } from "../schema/event-records";

/** The raw text of those of the records that the index holds, by upstream key. */
export async function storedRaw(
  db: Database,
  input: {
    readonly connection: string;
    readonly source: SourceId;
    readonly upstreamKeys: readonly string[];
  },
): Promise<Map<string, string>> {
  const { connection, source, upstreamKeys } = input;
  const keys = new Map(
    upstreamKeys.map((upstreamKey) => [eventId({ connection, source, upstreamKey }), upstreamKey]),
  );
  if (keys.size === 0) return new Map();
  const rows = await db
    .select({ id: eventRecords.eventId, raw: eventRecords.raw })
    .from(eventRecords)
    .where(inArray(eventRecords.eventId, textList([...keys.keys()])));
  return new Map(rows.map(({ id, raw }) => [keys.get(id) ?? "", raw]));
}
