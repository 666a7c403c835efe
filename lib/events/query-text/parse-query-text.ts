import { fitsAddress, longestPart } from "../address-length";
import { attackTypeTitled } from "../attack-type";
import { type FacetField, FIELD_IDS, FIELDS, type FieldId, isFacetField } from "../fields";
import { joinFreeText, quoted } from "../free-text";
import { mapPeriod, notAPeriod, readPeriod } from "../period";
import {
  EMPTY_FILTER,
  type EventFilter,
  type FieldFilter,
  filterParams,
  MAX_TEXT,
  MAX_VALUES,
  parseEventFilter,
  resolveRange,
} from "../query";
import { resolveTime } from "../relative-time";
import { enumValues, enumWords, isEnumField } from "./enum-words";
import { isMistypedAddress } from "./mistyped-address";
import { nearestName } from "./nearest-name";
import { findQueryName, isTimeName, SPELLINGS, type TimeName } from "./query-names";
import type { QueryTextProblem } from "./query-text-problem";
import { type Piece, readTerms, type Term } from "./read-terms";

/** More mistakes than anybody mends at a time; a pasted list may hold thousands. */
const MAX_PROBLEMS = 50;

/** The filter that a text stands for, without what is wrong in it, and the first things that are wrong, in order. */
export type ParsedQueryText = {
  readonly filter: EventFilter;
  readonly problems: readonly QueryTextProblem[];
};

/**
 * Reads the query bar's language: `severity:critical,high -status:ignored attacker:198.51.100.0/24 "select from"`.
 * All terms must match; a comma means any of; a leading `-` (or `NOT`) means none of; what has no field is
 * searched as text. Fields go by their own names or those of the Elastic Common Schema.
 * @param now resolves relative times to compare `from` with `to`.
 * @param readTime gives a time, as it was typed, the form that it has in an address.
 */
export function parseQueryText(text: string, now: Date, readTime = asItIs): ParsedQueryText {
  const { terms, problems } = readTerms(text);
  const reading = new Reading(problems, readTime, now);
  for (const term of terms) reading.take(term);
  const filter = reading.filter();
  const inOrder = problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { filter, problems: inOrder.slice(0, MAX_PROBLEMS) };
}

const asItIs = (time: string): string => time;

type Span = Pick<Piece, "start" | "end">;
type Values = { readonly anyOf: string[]; readonly noneOf: string[] };

class Reading {
  private readonly fields = new Map<FieldId, Values>();
  private readonly times = new Map<TimeName, string>();
  private readonly words: string[] = [];
  /** Where each part of the filter was first written. */
  private readonly places = new Map<string, Span>();

  constructor(
    private readonly problems: QueryTextProblem[],
    private readonly readTime: (typed: string) => string,
    private readonly now: Date,
  ) {}

  take(term: Term): void {
    if (term.kind === "text") this.takeText(term);
    else this.takeField(term);
  }

  /** The filter, after the checks that concern all of it. */
  filter(): EventFilter {
    const { now } = this;
    const whole: EventFilter = {
      ...EMPTY_FILTER,
      fields: Object.fromEntries(
        FIELD_IDS.flatMap((field) => {
          const values = this.fieldFilter(field);
          return values.anyOf.length + values.noneOf.length > 0 ? [[field, values]] : [];
        }),
      ),
      ...this.range(now),
      q: this.freeText(),
    };
    const checked = parseEventFilter(filterParams(whole), now);
    for (const { field, message } of checked.problems) {
      this.complain("refused", this.placeOf(field), field, message);
    }
    this.checkLength(checked.value);
    return checked.value;
  }

  private fieldFilter(field: FieldId): FieldFilter {
    const { anyOf = [], noneOf = [] } = this.fields.get(field) ?? {};
    const wanted = [...new Set(anyOf)];
    const unwanted = [...new Set(noneOf)];
    const given = wanted.length + unwanted.length;
    if (given <= MAX_VALUES) return { anyOf: wanted, noneOf: unwanted };
    const message = `At most ${MAX_VALUES} values of ${field} can be given; these are ${given}. Leave some out, or name a network (198.51.100.0/24) or a beginning (/api/*) that covers them.`;
    this.complain("too-many-values", this.placeOf(field), field, message);
    const kept = wanted.slice(0, MAX_VALUES);
    return { anyOf: kept, noneOf: unwanted.slice(0, MAX_VALUES - kept.length) };
  }

  private freeText(): string | null {
    const text = joinFreeText(this.words);
    if (text === null || text.length <= MAX_TEXT) return text;
    const message = `The text is ${text.length} characters long; at most ${MAX_TEXT} are searched. Values of a field begin with its name (target:a.example,b.example).`;
    this.complain("words-too-long", this.placeOf("q"), this.words.join(" "), message);
    return null;
  }

  private checkLength(filter: EventFilter): void {
    if (fitsAddress(filter)) return;
    const longest = longestPart(filter) ?? "";
    const message = `The filter is too long for an address. Leave out values of ${longest}, or name a network (198.51.100.0/24) or a beginning (/api/*) that covers them.`;
    this.complain("address-too-long", this.placeOf(longest), longest, message);
  }

  private range(now: Date): Pick<EventFilter, "from" | "to"> {
    const range = { from: this.times.get("from") ?? null, to: this.times.get("to") ?? null };
    const { from, to } = resolveRange(range, now);
    if (!from || !to || from < to) return range;
    const place = this.placeOf("to");
    const message = '"from" must be earlier than "to". Swap them or widen the range.';
    this.complain("range-reversed", place, range.to ?? "", message);
    return { from: null, to: null };
  }

  private takeText(term: Extract<Term, { kind: "text" }>): void {
    const { word, negated, start, end } = term;
    if (negated) {
      const message = `Text cannot be excluded. Name a field (-target:${word.text}), or search for the text with its hyphen (${quoted(`-${word.text}`)}).`;
      this.complain("text-excluded", { start, end }, word.text, message);
      return;
    }
    this.place("q", word);
    this.words.push(word.text);
  }

  private takeField(term: Extract<Term, { kind: "field" }>): void {
    const { name, negated } = term;
    const field = findQueryName(name.text);
    if (field === null) {
      this.unknownField(name);
      return;
    }
    this.place(field, term);
    const values = term.values.filter((value) => this.isGiven(value, name.text));
    if (isTimeName(field)) {
      this.takeTime(field, term, values);
      return;
    }
    const entry = this.fields.get(field) ?? { anyOf: [], noneOf: [] };
    this.fields.set(field, entry);
    const known = isFacetField(field)
      ? values.flatMap((value) => this.valuesOf(field, value))
      : values.flatMap((value) => this.periodOf(value));
    (negated ? entry.noneOf : entry.anyOf).push(...known);
  }

  private takeTime(name: TimeName, term: Term, values: readonly Piece[]): void {
    const [value, another] = values;
    if (term.negated) {
      this.complain("time-excluded", term, name, `${name} cannot be excluded. Use from and to instead.`);
      return;
    }
    if (value === undefined) return;
    if (another || this.times.has(name)) {
      this.complain("given-twice", another ?? term, name, `Give ${name} once.`);
      return;
    }
    const time = this.readTime(value.text);
    if (resolveTime(time, new Date(0)) === null) {
      const message = `"${value.text}" is not a time. Use -24h, -7d, now, a date (2026-01-31), a time by the clock shown (2026-01-31T08:00), or an instant with its zone (2026-01-31T08:00:00Z).`;
      this.complain("not-a-time", value, value.text, message);
    } else this.times.set(name, time);
  }

  private periodOf(value: Piece): readonly string[] {
    const period = mapPeriod(value.text, this.readTime);
    if (readPeriod(period, this.now) !== null) return [period];
    this.complain("not-a-period", value, value.text, notAPeriod(value.text));
    return [];
  }

  private valuesOf(field: FacetField, value: Piece): readonly string[] {
    if (isEnumField(field)) return enumValues(field, value.text) ?? this.unknownValue(field, value);
    const code = field === "type" && !value.quoted ? attackTypeTitled(value.text) : null;
    if (code !== null) return [code];
    const mistyped = FIELDS[field].kind === "address" && !value.quoted && isMistypedAddress(value.text);
    if (!mistyped) return [value.text];
    const message = `"${value.text}" is not an address. Use one such as 198.51.100.7 or 2001:db8::7, or a network such as 198.51.100.0/24; in quotation marks it is taken as it stands.`;
    this.complain("not-an-address", value, value.text, message, quoted(value.text));
    return [];
  }

  private isGiven(value: Piece, name: string): boolean {
    if (value.text.trim() !== "") return true;
    this.complain("missing-value", value, name, `A value is missing for ${name}.`);
    return false;
  }

  private unknownField(name: Piece): void {
    const nearest = nearestName(name.text, SPELLINGS);
    const mend = nearest ? `Did you mean ${nearest}? ` : "";
    const message = `"${name.text}" is not a field. ${mend}To search for text that holds a colon, put it in quotation marks.`;
    this.complain("unknown-field", name, name.text, message, nearest);
  }

  private unknownValue(field: FieldId, value: Piece): readonly string[] {
    const words = enumWords(field);
    const nearest = nearestName(value.text, words);
    const mend = nearest ? `Did you mean ${nearest}? ` : "";
    const message = `"${value.text}" is not a ${field}. ${mend}Use one of: ${words.join(", ")}.`;
    const replacement = nearest?.includes(" ") ? quoted(nearest) : nearest;
    this.complain("unknown-value", value, value.text, message, replacement);
    return [];
  }

  private placeOf(key: string): Span {
    return this.places.get(key) ?? { start: 0, end: 0 };
  }

  private place(key: string, { start, end }: Span): void {
    if (!this.places.has(key)) this.places.set(key, { start, end });
  }

  private complain(
    code: QueryTextProblem["code"],
    { start, end }: Span,
    subject: string,
    message: string,
    replacement: string | null = null,
  ): void {
    this.problems.push({ code, start, end, message, subject, replacement });
  }
}
