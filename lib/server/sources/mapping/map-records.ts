import { losslessText } from "@/lib/server/clouds/record-text";
import type { MappedEvent, RejectedRecord } from "../source";
import { RecordReader, UnreadableRecord } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";

/** One record of a list: its value and its own JSON text, numbers as they came in both. */
export type RecordText = { readonly value: unknown; readonly raw: string };

export const recordText = (value: unknown): RecordText => ({ value, raw: losslessText(value) });

/** A reader of the record. @throws UnreadableRecord when it is no object. */
export function readRecord({ value }: RecordText): RecordReader {
  const object = wireObject(value);
  if (!object) throw new UnreadableRecord("The record is not a JSON object.");
  return new RecordReader(object);
}

/** A field without which the record cannot be an event. @throws UnreadableRecord when it is missing. */
export function requiredText(reader: RecordReader, field: string): string {
  const text = reader.text(field);
  if (text === null) throw new UnreadableRecord(`${field} is missing, so the record cannot be told apart.`);
  return text;
}

/** The first usable time of several fields. @throws UnreadableRecord when there is none. */
export function requiredTime(reader: RecordReader, ...fields: readonly string[]): string {
  for (const field of fields) {
    const at = reader.time(field);
    if (at !== null) return at;
  }
  throw new UnreadableRecord(`${fields.join(" and ")}: no usable time.`);
}

/** An error of our own must not hold up everything that comes after the record, either. */
const reasonOf = (error: unknown) =>
  error instanceof UnreadableRecord
    ? error.message
    : `The record could not be mapped (${error instanceof Error ? error.name : typeof error}).`;

/**
 * Maps the records of a page, each on its own: those that cannot be understood are returned with the
 * reason, the rest of the page is kept.
 */
export function mapRecords<T extends RecordText>(
  records: readonly T[],
  map: (record: T) => MappedEvent,
): { events: MappedEvent[]; rejected: RejectedRecord[] } {
  const events: MappedEvent[] = [];
  const rejected: RejectedRecord[] = [];
  for (const record of records) {
    try {
      events.push(map(record));
    } catch (error) {
      rejected.push({ raw: record.raw, reason: reasonOf(error) });
    }
  }
  return { events, rejected };
}
