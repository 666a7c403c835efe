import { FIELD_IDS, FIELDS, type FieldId } from "../fields";

/** What can stand before the colon: a field, or one end of the time range. */
export type QueryName = FieldId | TimeName;
export const TIME_NAMES = ["from", "to"] as const;
export type TimeName = (typeof TIME_NAMES)[number];

/** The names as they are written, in the order in which they are offered. */
export const QUERY_NAMES: readonly QueryName[] = [...FIELD_IDS, ...TIME_NAMES];

const BY_SPELLING: ReadonlyMap<string, QueryName> = new Map([
  ...FIELD_IDS.flatMap((field) =>
    [field, FIELDS[field].label, ...FIELDS[field].aliases].map(
      (spelling) => [spelling.toLowerCase(), field] as const,
    ),
  ),
  ...TIME_NAMES.map((name) => [name, name] as const),
]);

/** Every way to write a name, for completion and for guessing. */
export const SPELLINGS: readonly string[] = [...BY_SPELLING.keys()];

/** The field that a name stands for, in any case, under its own name or one of the Elastic Common Schema. */
export function findQueryName(spelling: string): QueryName | null {
  return BY_SPELLING.get(spelling.toLowerCase()) ?? null;
}

export function isTimeName(name: QueryName): name is TimeName {
  return name === "from" || name === "to";
}
