import { FIELDS, type FieldId } from "../fields";
import { ENUM_VALUES } from "../query";
import { OPEN_STATUSES, STATUSES } from "../status";

/** Words that people use for values, or for several at once. The values themselves need no entry. */
const WORDS: Partial<Record<FieldId, Readonly<Record<string, readonly string[]>>>> = {
  status: {
    "to confirm": ["toBeConfirmed"],
    handled: ["actioned"],
    open: OPEN_STATUSES,
    closed: STATUSES.filter((status) => !OPEN_STATUSES.includes(status)),
  },
};

/** Letters and digits alone: "To confirm", "to-confirm" and "toConfirm" are one word. */
const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Whether the field takes only values of a closed set. */
export const isEnumField = (field: FieldId): boolean => FIELDS[field].kind === "enum";

/** The values and words that a field of a closed set takes, values first. */
export function enumWords(field: FieldId): readonly string[] {
  return [...(ENUM_VALUES[field] ?? []), ...Object.keys(WORDS[field] ?? {})];
}

/** The values that a word stands for, in any case and spelling; null for a word that stands for none. */
export function enumValues(field: FieldId, word: string): readonly string[] | null {
  const wanted = plain(word);
  if (wanted === "") return null;
  const value = ENUM_VALUES[field]?.find((candidate) => plain(candidate) === wanted);
  if (value !== undefined) return [value];
  const entry = Object.entries(WORDS[field] ?? {}).find(([candidate]) => plain(candidate) === wanted);
  return entry?.[1] ?? null;
}
