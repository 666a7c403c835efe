import { attackTypeTitled } from "../attack-type";
import { FIELD_IDS, FIELDS, type FieldId } from "../fields";
import { mapTimes } from "../filter-times";
import { quoted, splitFreeText } from "../free-text";
import type { EventFilter } from "../query";
import { isMistypedAddress } from "./mistyped-address";
import { TIME_NAMES } from "./query-names";
import { readTerms } from "./read-terms";

/**
 * Writes a filter in the query bar's language; `parseQueryText` reads it back unchanged. Text comes last, and
 * is given back with single blanks between its words.
 * @param showTime gives a time of the address the form that `readTime` of `parseQueryText` reads.
 */
export function formatQueryText(shown: EventFilter, showTime = (time: string) => time): string {
  const filter = mapTimes(shown, showTime);
  const fields = FIELD_IDS.flatMap((field) => {
    const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
    const list = (values: readonly string[]) =>
      values.map((value) => formatQueryValue(field, value)).join(",");
    return [
      ...(anyOf.length > 0 ? [`${field}:${list(anyOf)}`] : []),
      ...(noneOf.length > 0 ? [`-${field}:${list(noneOf)}`] : []),
    ];
  });
  const times = TIME_NAMES.flatMap((name) => {
    const bound = filter[name];
    return bound === null ? [] : [`${name}:${bound}`];
  });
  const words = splitFreeText(filter.q ?? "").map((word) => (isPlainWord(word) ? word : quoted(word)));
  return [...fields, ...times, ...words].join(" ");
}

/** One value of a field as the language writes it: in quotation marks where it would be read otherwise. */
export function formatQueryValue(field: FieldId, value: string): string {
  const plain = /^[^\s",，]+$/.test(value);
  const mistaken = FIELDS[field].kind === "address" && isMistypedAddress(value);
  const translated = field === "type" && attackTypeTitled(value) !== null;
  return plain && !mistaken && !translated ? value : quoted(value);
}

/** Whether the word, before another one, is read as itself. */
function isPlainWord(word: string): boolean {
  const { terms, problems } = readTerms(`${word} next`);
  const [first, second] = terms;
  return (
    problems.length === 0 &&
    first?.kind === "text" &&
    !first.negated &&
    first.word.text === word &&
    second?.kind === "text" &&
    second.word.text === "next"
  );
}
