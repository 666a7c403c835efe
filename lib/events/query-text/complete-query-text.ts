import { type FacetField, FIELDS, isFacetField } from "../fields";
import { quoted } from "../free-text";
import { enumWords, isEnumField } from "./enum-words";
import { findQueryName, isTimeName, QUERY_NAMES, type QueryName } from "./query-names";
import { LONGEST_TEXT, type Piece, readTerms, type Term } from "./read-terms";

/** Something that can stand at the caret. */
export type QuerySuggestion = {
  readonly kind: "name" | "value" | "time";
  /** What is meant: a field's id, `from`, `to`, or a value. */
  readonly value: string;
  /** What to put in place of the text from `start` to `end`. */
  readonly insert: string;
};

/** What can be written at the caret. */
export type QueryCompletion = {
  /** The stretch that a suggestion replaces. */
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly QuerySuggestion[];
  /**
   * The values of the field have to be asked for: GET /api/events/facets with `fields` and `facetQuery`.
   * Write them with `formatQueryValue`.
   */
  readonly ask: { readonly field: FacetField; readonly search: string } | null;
};

const TIMES = ["-15m", "-1h", "-24h", "-7d", "-30d", "-90d", "now"];

/** What can be written at `caret` (UTF-16 units from the start): names of fields, or values of the field. */
export function completeQueryText(text: string, caret: number): QueryCompletion {
  if (text.length > LONGEST_TEXT) return nothing({ start: caret, end: caret });
  const term = readTerms(text).terms.find(({ start, end }) => start <= caret && caret <= end);
  if (!term) return names("", { start: caret, end: caret });
  if (term.kind === "text") {
    // The minus or NOT stays where it is.
    const typed = text.slice(Math.min(term.word.start, caret), caret);
    return term.word.quoted ? nothing(term.word) : names(typed, term.word);
  }
  if (caret <= term.name.end) return names(text.slice(term.name.start, caret), wholeName(term.name));
  const value = term.values.findLast(({ start }) => start <= caret);
  return value ? valuesAt(term, value, caret, text) : nothing(term.name);
}

/** The text with a suggestion put in, and where the caret is then: after a name's colon, after a value's blank. */
export function acceptSuggestion(
  text: string,
  { start, end }: Pick<QueryCompletion, "start" | "end">,
  insert: string,
): { text: string; caret: number } {
  const after = text.slice(end);
  const blank = insert.endsWith(":") || /^[\s,]/.test(after) ? "" : " ";
  const written = text.slice(0, start) + insert + blank;
  return { text: written + after, caret: written.length };
}

type Span = Pick<Piece, "start" | "end">;

/** The colon is part of what is put in. */
const wholeName = ({ start, end }: Span): Span => ({ start, end: end + 1 });

const nothing = ({ start, end }: Span): QueryCompletion => ({ start, end, suggestions: [], ask: null });

function names(typed: string, { start, end }: Span): QueryCompletion {
  const suggestions = matching(typed, QUERY_NAMES, spellingsOf).map(
    (name): QuerySuggestion => ({ kind: "name", value: name, insert: `${name}:` }),
  );
  return { start, end, suggestions, ask: null };
}

function spellingsOf(name: QueryName): readonly string[] {
  return isTimeName(name) ? [name] : [name, FIELDS[name].label, ...FIELDS[name].aliases];
}

function valuesAt(
  term: Extract<Term, { kind: "field" }>,
  value: Piece,
  caret: number,
  text: string,
): QueryCompletion {
  const field = findQueryName(term.name.text);
  if (field === null) return nothing(value);
  const { start, end } = value;
  const typed = text.slice(start, caret).replace(/^"/, "").replace(/"$/, "");
  if (isTimeName(field) || !isFacetField(field)) {
    return { start, end, suggestions: offered("time", typed, TIMES), ask: null };
  }
  if (!isEnumField(field)) return { start, end, suggestions: [], ask: { field, search: typed } };
  const given = term.values.filter((other) => other !== value).map((other) => other.text);
  const free = enumWords(field).filter((word) => !given.includes(word));
  return { start, end, suggestions: offered("value", typed, free), ask: null };
}

function offered(
  kind: QuerySuggestion["kind"],
  typed: string,
  words: readonly string[],
): readonly QuerySuggestion[] {
  return matching(typed, words, (word) => [word]).map((value) => ({
    kind,
    value,
    insert: value.includes(" ") ? quoted(value) : value,
  }));
}

/** Those that begin with what was typed, then those that hold it, each in their own order. */
function matching<Name extends string>(
  typed: string,
  all: readonly Name[],
  spellings: (name: Name) => readonly string[],
): readonly Name[] {
  const wanted = typed.toLowerCase();
  const some = (name: Name, test: (spelling: string) => boolean) =>
    spellings(name).some((spelling) => test(spelling.toLowerCase()));
  const begun = all.filter((name) => some(name, (spelling) => spelling.startsWith(wanted)));
  const holding = all.filter((name) => !begun.includes(name) && some(name, (text) => text.includes(wanted)));
  return [...begun, ...holding];
}
