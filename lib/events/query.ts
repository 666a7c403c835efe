import { FIELD_IDS, FIELDS, type FieldId, SORT_FIELDS, type SortField } from "./fields";
import { OUTCOMES } from "./outcome";
import { notAPeriod, readPeriod } from "./period";
import { notATime, resolveTime } from "./relative-time";
import { SEVERITIES } from "./severity";
import { SOURCE_IDS } from "./source-id";
import { STATUSES } from "./status";

/** The values that a field must, and must not, have. */
export type FieldFilter = { readonly anyOf: readonly string[]; readonly noneOf: readonly string[] };

/** A parsed filter: what the list, the facets, the timeline and the exports all take. */
export type EventFilter = {
  readonly fields: Partial<Record<FieldId, FieldFilter>>;
  /** As written in the URL (relative or absolute); resolve with {@link resolveRange} when reading. */
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string | null;
};

export type Sort = { readonly field: SortField; readonly descending: boolean };

/** A view of the queue: which events, in which order. */
export type EventView = { readonly filter: EventFilter; readonly sort: Sort };

/** A view and one of its pages. */
export type EventQuery = EventView & {
  readonly limit: number;
  readonly cursor: string | null;
};

/** What is wrong with one parameter, and how to mend it. */
export type QueryProblem = { readonly field: string; readonly message: string };

export const DEFAULT_SORT: Sort = { field: "lastSeenAt", descending: true };
export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
/** Longer free text is a mistake or an attack on the index. */
export const MAX_TEXT = 500;
/** More values in one field than anyone picks by hand. */
export const MAX_VALUES = 200;

export const EMPTY_FILTER: EventFilter = { fields: {}, from: null, to: null, q: null };

/** The values of the fields that take only values of a closed set. */
export const ENUM_VALUES: Partial<Record<FieldId, readonly string[]>> = {
  severity: SEVERITIES,
  status: STATUSES,
  source: SOURCE_IDS,
  outcome: OUTCOMES,
};

const FILTER_KEYS: readonly string[] = [...FIELD_IDS, "from", "to", "q"];
const PAGE_KEYS: readonly string[] = ["sort", "limit", "cursor"];

/** Splits a parameter at its commas; `\,` and `\\` stand for themselves. */
function splitValues(text: string): string[] {
  const values = [...text.matchAll(/(?:\\.|[^,\\])+|\\$/gs)].map((match) => match[0].trim());
  return values.filter((value) => value !== "");
}

const unescapeValue = (value: string) => value.replace(/\\(.)/gs, "$1");
const escapeValue = (value: string) => value.replace(/[\\,]/g, "\\$&").replace(/^-/, "\\-");

/**
 * Reads one field's parameter: comma = any of, a leading "-" = none of. A repeated parameter adds to the
 * field, so that a field can include some values and exclude others.
 */
function parseField(
  field: FieldId,
  texts: readonly string[],
  now: Date,
  problems: QueryProblem[],
): FieldFilter | null {
  const anyOf: string[] = [];
  const noneOf: string[] = [];
  const isPeriod = FIELDS[field].kind === "period";
  // The hyphen of "-7d" is a part of it.
  const excludes = (value: string) =>
    value.startsWith("-") && !(isPeriod && readPeriod(unescapeValue(value), now) !== null);
  for (const text of texts) {
    const values = splitValues(text);
    const negated = values.slice(0, 1).some(excludes);
    for (const value of values) {
      const bare = unescapeValue(excludes(value) ? value.slice(1) : value);
      if (bare !== "") (negated || excludes(value) ? noneOf : anyOf).push(bare);
    }
  }
  const allowed = ENUM_VALUES[field];
  const keep = (value: string) => {
    if (value.includes("\0")) {
      problems.push({ field, message: "A value must not contain the NUL character." });
      return false;
    }
    if (allowed && !allowed.includes(value)) {
      problems.push({ field, message: `"${value}" is not known. Use one of: ${allowed.join(", ")}.` });
      return false;
    }
    if (isPeriod && readPeriod(value, now) === null) {
      problems.push({ field, message: notAPeriod(value) });
      return false;
    }
    return true;
  };
  const filter = {
    anyOf: [...new Set(anyOf)].filter(keep).slice(0, MAX_VALUES),
    noneOf: [...new Set(noneOf)].filter(keep).slice(0, MAX_VALUES),
  };
  if (anyOf.length + noneOf.length > MAX_VALUES) {
    problems.push({ field, message: `At most ${MAX_VALUES} values can be given.` });
  }
  return filter.anyOf.length + filter.noneOf.length > 0 ? filter : null;
}

function single(params: URLSearchParams, key: string, problems: QueryProblem[]): string | null {
  const values = params.getAll(key);
  if (values.length > 1) problems.push({ field: key, message: "Give this parameter once." });
  const value = values[0];
  return value === undefined || value === "" ? null : value;
}

function parseBound(params: URLSearchParams, key: "from" | "to", now: Date, problems: QueryProblem[]) {
  const text = single(params, key, problems);
  if (text === null || resolveTime(text, now) !== null) return text;
  problems.push({ field: key, message: notATime(text) });
  return null;
}

/** The instants that a filter's range means now. `from` is inclusive, `to` is exclusive. */
export function resolveRange(
  filter: Pick<EventFilter, "from" | "to">,
  now: Date,
): { from: Date | null; to: Date | null } {
  return {
    from: filter.from === null ? null : resolveTime(filter.from, now),
    to: filter.to === null ? null : resolveTime(filter.to, now),
  };
}

function parseFilter(params: URLSearchParams, now: Date, problems: QueryProblem[]): EventFilter {
  const fields: Partial<Record<FieldId, FieldFilter>> = {};
  for (const field of FIELD_IDS) {
    const parsed = parseField(field, params.getAll(field), now, problems);
    if (parsed) fields[field] = parsed;
  }
  const from = parseBound(params, "from", now, problems);
  const to = parseBound(params, "to", now, problems);
  const range = resolveRange({ from, to }, now);
  const reversed = range.from !== null && range.to !== null && range.from >= range.to;
  if (reversed) {
    problems.push({
      field: "from",
      message: '"from" must be earlier than "to". Swap them or widen the range.',
    });
  }
  return { fields, from: reversed ? null : from, to: reversed ? null : to, q: parseText(params, problems) };
}

function parseText(params: URLSearchParams, problems: QueryProblem[]): string | null {
  const text = single(params, "q", problems);
  if (text === null) return null;
  if (text.includes("\0")) {
    problems.push({ field: "q", message: "The text must not contain the NUL character." });
    return null;
  }
  if (text.length <= MAX_TEXT) return text;
  problems.push({
    field: "q",
    message: `The text is ${text.length} characters long; at most ${MAX_TEXT} are searched.`,
  });
  return text.slice(0, MAX_TEXT);
}

function parseSort(params: URLSearchParams, problems: QueryProblem[]): Sort {
  const text = single(params, "sort", problems);
  if (text === null) return DEFAULT_SORT;
  const name = text.replace(/^-/, "");
  const field = SORT_FIELDS.find((candidate) => candidate === name);
  if (field) return { field, descending: text.startsWith("-") };
  problems.push({
    field: "sort",
    message: `"${text}" is not an order. Use one of: ${SORT_FIELDS.join(", ")}; a leading "-" means descending.`,
  });
  return DEFAULT_SORT;
}

function parseLimit(params: URLSearchParams, problems: QueryProblem[]): number {
  const text = single(params, "limit", problems);
  if (text === null) return DEFAULT_LIMIT;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  problems.push({
    field: "limit",
    message: `"${text}" is not a page size. Use a whole number from 1 to ${MAX_LIMIT}.`,
  });
  return DEFAULT_LIMIT;
}

function refuseUnknown(params: URLSearchParams, known: readonly string[], problems: QueryProblem[]) {
  for (const key of new Set(params.keys())) {
    if (!known.includes(key)) {
      problems.push({ field: key, message: `Unknown parameter. Use one of: ${known.join(", ")}.` });
    }
  }
}

/** The answer of a parser: the value, or every problem found. The value is usable even then (what is wrong is left out). */
export type Parsed<T> = { readonly value: T; readonly problems: readonly QueryProblem[] };

/**
 * Parses the filter parameters of a view.
 * @param extra parameters that the caller reads itself (for example `measure`).
 */
export function parseEventFilter(
  params: URLSearchParams,
  now: Date,
  extra: readonly string[] = [],
): Parsed<EventFilter> {
  const problems: QueryProblem[] = [];
  refuseUnknown(params, [...FILTER_KEYS, ...extra], problems);
  return { value: parseFilter(params, now, problems), problems };
}

/** Parses the parameters of a view: filter and `sort`. */
export function parseEventView(params: URLSearchParams, now: Date): Parsed<EventView> {
  const problems: QueryProblem[] = [];
  refuseUnknown(params, [...FILTER_KEYS, "sort"], problems);
  return {
    value: { filter: parseFilter(params, now, problems), sort: parseSort(params, problems) },
    problems,
  };
}

/** Parses the parameters of the event list: filter, `sort`, `limit` (1 to 200, default 50) and `cursor`. */
export function parseEventQuery(
  params: URLSearchParams,
  now: Date,
  extra: readonly string[] = [],
): Parsed<EventQuery> {
  const problems: QueryProblem[] = [];
  refuseUnknown(params, [...FILTER_KEYS, ...PAGE_KEYS, ...extra], problems);
  const value = {
    filter: parseFilter(params, now, problems),
    sort: parseSort(params, problems),
    limit: parseLimit(params, problems),
    cursor: single(params, "cursor", problems),
  };
  return { value, problems };
}

/** Writes a filter as URL parameters; {@link parseEventFilter} reads it back unchanged. */
export function filterParams(filter: EventFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of FIELD_IDS) {
    const entry = filter.fields[field];
    if (entry?.anyOf.length) params.append(field, entry.anyOf.map(escapeValue).join(","));
    if (entry?.noneOf.length)
      params.append(field, entry.noneOf.map((value) => `-${escapeValue(value)}`).join(","));
  }
  for (const key of ["from", "to", "q"] as const) {
    const value = filter[key];
    if (value !== null) params.set(key, value);
  }
  return params;
}

/** Writes a sort as its URL value, for example `-severity`. */
export function sortParam(sort: Sort): string {
  return `${sort.descending ? "-" : ""}${sort.field}`;
}
