import type { RecordReader } from "../wire/record-reader";

/** Intelligence labels: a JSON array as text, or plain text where a cloud gives that. */
export function intelligenceOf(detail: RecordReader): string[] {
  return detail.texts("EventIntelligence").filter((label) => label !== "[]" && label !== "{}");
}
