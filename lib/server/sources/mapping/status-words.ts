import type { Status } from "@/lib/events/status";
import { wireCode } from "../wire/wire-text";

/**
 * The WAF's status words in comparable form. Its documents also spell them `Confirmed` and `Ignore`.
 */
export const STATUS_WORDS: ReadonlyMap<string, Status> = new Map([
  ["tobeconfirmed", "toBeConfirmed"],
  ["confirmed", "confirmed"],
  ["actioned", "actioned"],
  ["ignored", "ignored"],
  ["ignore", "ignored"],
]);

/** What stands for a status that is none of ours: somebody has to look. */
export const UNKNOWN_STATUS: Status = "toBeConfirmed";

/** A status word in our spelling; a word that is none of ours stays as it came. */
export function statusWord(word: string): string {
  return STATUS_WORDS.get(wireCode(word)) ?? word;
}
