import type { Status } from "@/lib/events/status";
import type { RecordReader } from "../wire/record-reader";
import { wireCode } from "../wire/wire-text";

/**
 * The WAF's status words in comparable form. Its documents also spell them `Confirmed` and `Ignore`.
 */
const STATUS_WORDS: ReadonlyMap<string, Status> = new Map([
  ["tobeconfirmed", "toBeConfirmed"],
  ["confirmed", "confirmed"],
  ["actioned", "actioned"],
  ["ignored", "ignored"],
  ["ignore", "ignored"],
]);

/** What stands for a status that is none of ours: somebody has to look. */
const UNKNOWN_STATUS: Status = "toBeConfirmed";

/** A status as the cloud tells it. */
export type CloudStatus = {
  /** What a list shows. */
  readonly status: Status;
  /** What the cloud calls it where that is none of ours, and empty where it tells none; null where `status` is it. */
  readonly word: string | null;
};

/** A word that is none of ours is shown as one of ours, but must pass for that nowhere: it is told beside it. */
export function cloudStatus(record: RecordReader, field: string): CloudStatus {
  const word = record.text(field) ?? "";
  const known = STATUS_WORDS.has(wireCode(word));
  return { status: record.code(field, STATUS_WORDS, UNKNOWN_STATUS), word: known ? null : word };
}

/** A status word in our spelling; a word that is none of ours stays as it came. */
export function statusWord(word: string): string {
  return STATUS_WORDS.get(wireCode(word)) ?? word;
}
