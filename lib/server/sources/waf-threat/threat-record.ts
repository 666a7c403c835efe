import { losslessText, parseLossless } from "@/lib/server/clouds/record-text";
import type { RecordText } from "../mapping/map-records";
import { wireObject } from "../wire/wire-object";

/** A threat event in its two parts: the list row and, where it could be read, the detail. */
export type ThreatRecord = { readonly row: RecordText; readonly detail: RecordText | null };

/** The stored text of both parts. Each keeps its own text as it came. */
export function threatRaw({ row, detail }: ThreatRecord): string {
  return `{"ThreatEvent":${row.raw},"ThreatEventDetail":${detail?.raw ?? "null"}}`;
}

/** Splits a stored text again; parts that are missing are null. */
export function threatParts(raw: string): {
  readonly row: RecordText | null;
  readonly detail: RecordText | null;
} {
  const stored = wireObject(parsed(raw)) ?? {};
  const part = (value: unknown) => (wireObject(value) ? { value, raw: losslessText(value) } : null);
  return { row: part(stored.ThreatEvent), detail: part(stored.ThreatEventDetail) };
}

function parsed(raw: string): unknown {
  try {
    return parseLossless(raw);
  } catch {
    return null;
  }
}
