import { createHash } from "node:crypto";
import type { RecordText } from "../mapping/map-records";
import { RecordReader } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";

/** For so long after its last attack the cloud may still be counting; milliseconds. */
const COUNTING_MS = 60 * 60_000;
/** Of the other details one in so many is read again each time. */
const SHARE = 12;
/** How long one draw holds; milliseconds. */
const DRAW_MS = 10 * 60_000;

/**
 * Whether the detail of a row that has not changed is asked for again, when everything is read again: the cloud corrects
 * counts without changing the row. Always while it may still be counting, else by a draw that needs no memory: all
 * details of 10,000 events are read again within some hours, at one or two calls a second.
 */
export function isReadAgain(eventId: string, { value }: RecordText, now: Date): boolean {
  const lastSeenAt = new RecordReader(wireObject(value) ?? {}).time("EndTime");
  if (lastSeenAt !== null && Date.parse(lastSeenAt) > now.getTime() - COUNTING_MS) return true;
  const draw = Math.floor(now.getTime() / DRAW_MS);
  return createHash("sha256").update(`${draw} ${eventId}`).digest().readUInt32BE() % SHARE === 0;
}
