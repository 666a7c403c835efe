import type { RecordReader } from "../wire/record-reader";

/** SrcIPTags and the deprecated SrcIPTag, which hold different labels in one and the same example. */
export function sourceTags(row: RecordReader): string[] {
  return [...new Set([...row.texts("SrcIPTags"), ...row.texts("SrcIPTag")])];
}
