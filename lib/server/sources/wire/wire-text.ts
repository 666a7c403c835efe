import { isLosslessNumber } from "lossless-json";

/** NUL and lone surrogates: PostgreSQL stores neither, so one such character would fail a whole page. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A text or number of the wire, exactly as it came; `null` for anything else. */
export function exactText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/**
 * A text of the wire, trimmed: documented examples end in newlines. Absent, null, "" and blank are all
 * `null`. Characters that cannot be stored become U+FFFD.
 */
export function wireText(value: unknown): string | null {
  const text = exactText(value)?.replace(UNSTORABLE, "\uFFFD").trim();
  return text ? text : null;
}

/** Whether the wire says nothing here: absent, null, "" and blank text are all the same. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/**
 * A code of the wire in its comparable form: lower case, blanks and hyphens as underscores, `1.0` as `1`.
 * The products spell the same code in several ways (`Abnormal Behavior`, `abnormal_behavior`).
 */
export function wireCode(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/^(\d+)\.0+$/, "$1");
}
