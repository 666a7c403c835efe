import type { UnmappedValue } from "@/lib/events/event";
import { MASK } from "@/lib/events/mask";
import { losslessText } from "@/lib/server/clouds/record-text";
import { isHeaderGroup } from "../samples/header-names";
import { maskNamed } from "../samples/mask-secrets";
import { vendorTime } from "./vendor-time";
import { wireJson } from "./wire-json";
import { wireCount, wirePercent } from "./wire-number";
import { type WireObject, wireObject } from "./wire-object";
import { exactText, isAbsent, wireCode, wireText } from "./wire-text";

/** An unmapped value is shown, not stored whole: the record itself is kept beside it. */
const MAX_NOTED_LENGTH = 200;

/** Thrown while mapping a record that cannot become an event; the message names the field. */
export class UnreadableRecord extends Error {
  override readonly name = "UnreadableRecord";
}

/** JSON arrays inside a text inside a JSON array: deeper ones are no list, and stay the text that they are. */
const MAX_LISTS_IN_TEXTS = 3;

/** The texts of a list: nested arrays, JSON arrays inside a text, and single values all pass. */
function flattenTexts(value: unknown, layers = MAX_LISTS_IN_TEXTS): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => flattenTexts(member, layers));
  const text = wireText(value);
  if (text === null) return [];
  if (layers === 0 || !text.startsWith("[")) return [text];
  const json = wireJson(text);
  return json.state === "value" && Array.isArray(json.value) ? flattenTexts(json.value, layers - 1) : [text];
}

/**
 * Reads the fields of one record leniently: no value makes it throw. What came but could not be understood
 * is kept in `unmapped`, so that nothing odd disappears.
 */
export class RecordReader {
  readonly #record: WireObject;
  /** The way from the outermost record, for example `EventInfo.`. */
  readonly #path: string;
  readonly #unmapped: UnmappedValue[];

  constructor(record: WireObject, path = "", unmapped: UnmappedValue[] = []) {
    this.#record = record;
    this.#path = path;
    this.#unmapped = unmapped;
  }

  /** Values outside their documented set, in the order in which they were met. */
  get unmapped(): UnmappedValue[] {
    return [...this.#unmapped];
  }

  /** Keeps a value that was not understood; once, however often it is read. */
  note(field: string, value: unknown): void {
    const text = wireText(value) ?? (isAbsent(value) ? "" : losslessText(value));
    const shown = text.length > MAX_NOTED_LENGTH ? `${text.slice(0, MAX_NOTED_LENGTH)}…` : text;
    // Headers that cannot be read cannot be told apart, either.
    const masked = isHeaderGroup(field) && text !== "" ? MASK : maskNamed(field, shown);
    const noted = { field: `${this.#path}${field}`, value: wireText(masked) ?? "" };
    if (!this.#unmapped.some((entry) => entry.field === noted.field && entry.value === noted.value)) {
      this.#unmapped.push(noted);
    }
  }

  /** The member as it came; use the other readers where one fits. */
  value(field: string): unknown {
    return Object.hasOwn(this.#record, field) ? this.#record[field] : undefined;
  }

  text(field: string): string | null {
    return wireText(this.value(field));
  }

  /** Untrimmed: evidence must not change. Blank is `null`. */
  exact(field: string): string | null {
    return this.text(field) === null ? null : exactText(this.value(field));
  }

  /** A list of texts: an array, a JSON array as text, or a single value; each once, in order. */
  texts(field: string): string[] {
    return [...new Set(flattenTexts(this.value(field)))];
  }

  count(field: string): number | null {
    return this.#noted(field, wireCount(this.value(field)));
  }

  percent(field: string): number | null {
    return this.#noted(field, wirePercent(this.value(field)));
  }

  /** An instant, ISO 8601 UTC; see {@link vendorTime}. */
  time(field: string): string | null {
    const time = vendorTime(this.value(field));
    if (time.state === "unusable") this.note(field, this.value(field));
    return time.state === "instant" ? time.at : null;
  }

  /** The value of a field that holds JSON text; `null` when missing or unreadable. */
  json(field: string): unknown {
    const json = wireJson(this.value(field));
    if (json.state === "unreadable") this.note(field, this.value(field));
    return json.state === "value" ? json.value : null;
  }

  /** A member that is an object, or an object as JSON text; an empty one where it is anything else. */
  object(field: string): RecordReader {
    return this.#inner(wireObject(this.json(field)) ?? {}, field);
  }

  /** The objects of a list, or of a JSON array as text. */
  objects(field: string): RecordReader[] {
    const list = this.json(field);
    return (Array.isArray(list) ? list : [])
      .map(wireObject)
      .filter((member) => member !== null)
      .map((member) => this.#inner(member, field));
  }

  /** The names of the members. */
  get fields(): readonly string[] {
    return Object.keys(this.#record);
  }

  /** Maps a code; unknown and missing ones give `fallback` and are noted. Keys are in {@link wireCode} form. */
  code<T>(field: string, table: ReadonlyMap<string, T>, fallback: T): T {
    const text = this.text(field);
    const mapped = text === null ? undefined : table.get(wireCode(text));
    if (mapped !== undefined) return mapped;
    this.note(field, this.value(field));
    return fallback;
  }

  #inner(record: WireObject, field: string): RecordReader {
    return new RecordReader(record, `${this.#path}${field}.`, this.#unmapped);
  }

  /** Notes a value that came but was not understood. */
  #noted<T>(field: string, read: T | null): T | null {
    if (read === null && !isAbsent(this.value(field))) this.note(field, this.value(field));
    return read;
  }
}
