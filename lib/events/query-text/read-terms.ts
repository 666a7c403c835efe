import { looksLikeAddress } from "../address";
import { findQueryName } from "./query-names";
import type { QueryTextProblem } from "./query-text-problem";

/** A stretch of the query text; `text` is what it means, without quotation marks and escapes. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
};

/** `severity:critical,high`, or a word or phrase to search for. Values may be empty where one is missing. */
export type Term = { readonly start: number; readonly end: number; readonly negated: boolean } & (
  | { readonly kind: "field"; readonly name: Piece; readonly values: readonly Piece[] }
  | { readonly kind: "text"; readonly word: Piece }
);

/**
 * Characters that are read. A filter of 200 values in each of two fields needs fewer, however long the values are:
 * what an address cannot hold is told apart.
 */
export const LONGEST_TEXT = 100_000;

const BLANKS = /\s*/y;
const NOT = /NOT\s+(?=\S)/y;
const CONNECTIVE = /(?:AND|OR)(?=\s|$)/y;
const NAME = /[a-z@_][\w@.-]*:/iy;
const WORD = /\S+/y;
/** What Chinese input methods write for a colon and a comma: it looks the same, and would find nothing. */
const FULL_WIDTH_NAME = /([a-z@_][\w@.-]*)：/iy;
const FULL_WIDTH_COMMA = "，";
const BARE_VALUE = /[^\s,，]+/y;
/** A backslash at the end that is not itself escaped: it would take a quotation mark after it for its own. */
const ESCAPING_END = /(?<!\\)(?:\\\\)*\\$/;
const QUOTED = /"((?:\\.|[^"\\]|\\$)*)("?)/sy;

/**
 * Reads the terms of a query text from left to right; what cannot be read is listed, and reading goes on. Of a text
 * that is too long nothing is read.
 */
export function readTerms(text: string): { terms: Term[]; problems: QueryTextProblem[] } {
  if (text.length > LONGEST_TEXT) return { terms: [], problems: [tooLong(text)] };
  const reader = new TermReader(text);
  return { terms: reader.read(), problems: reader.problems };
}

function tooLong(text: string): QueryTextProblem {
  return {
    code: "text-too-long",
    start: LONGEST_TEXT,
    end: text.length,
    message: `The search has ${text.length} characters; at most ${LONGEST_TEXT} are read. Leave out what comes after them.`,
    subject: text.slice(LONGEST_TEXT),
    replacement: null,
  };
}

class TermReader {
  readonly problems: QueryTextProblem[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  read(): Term[] {
    const terms: Term[] = [];
    for (this.skip(BLANKS); this.at < this.text.length; this.skip(BLANKS)) {
      if (!this.skipConnective()) terms.push(this.term());
    }
    return terms;
  }

  private term(): Term {
    const start = this.at;
    const negated = this.skip(NOT) || this.skipMinus();
    this.checkColon();
    const rest = this.isFieldAhead()
      ? { kind: "field" as const, name: this.name(), values: this.values() }
      : { kind: "text" as const, word: this.piece(WORD) };
    return { start, end: this.at, negated, ...rest };
  }

  /** Terms are all of them required anyway: AND says nothing, OR cannot be said. */
  private skipConnective(): boolean {
    const start = this.at;
    if (!this.skip(CONNECTIVE)) return false;
    if (this.text[start] === "O") {
      this.complain("or-between-terms", start, this.at, {
        message:
          'All terms must match. For several values of one field use commas (severity:critical,high); to search for the word put it in quotation marks ("OR").',
        replacement: '"OR"',
      });
    }
    return true;
  }

  private skipMinus(): boolean {
    if (this.text[this.at] !== "-" || /^(\s|$)/.test(this.text.slice(this.at + 1))) return false;
    this.at += 1;
    return true;
  }

  /** A name and a colon; web and IPv6 addresses only look like one. */
  private isFieldAhead(): boolean {
    const [name] = this.match(NAME) ?? [];
    if (name === undefined) return false;
    const isWebAddress = this.text.startsWith("//", this.at + name.length);
    // Attackers ask for paths such as //admin: after a field's name two slashes begin a value.
    if (isWebAddress && findQueryName(name.slice(0, -1)) === null) return false;
    return !looksLikeAddress(this.match(WORD)?.[0] ?? "");
  }

  private name(): Piece {
    const [found = ""] = this.match(NAME) ?? [];
    const start = this.at;
    this.at += found.length;
    return { start, end: this.at - 1, text: found.slice(0, -1), quoted: false };
  }

  private values(): Piece[] {
    const values = [this.piece(BARE_VALUE)];
    while (this.isCommaAhead()) {
      if (this.text[this.at] === FULL_WIDTH_COMMA) this.complainOfWidth(this.at, ",");
      this.at += 1;
      values.push(this.piece(BARE_VALUE));
    }
    return values;
  }

  private isCommaAhead(): boolean {
    return this.text[this.at] === "," || this.text[this.at] === FULL_WIDTH_COMMA;
  }

  /** After any other word a full-width colon is part of the text. */
  private checkColon(): void {
    const [found, name] = this.match(FULL_WIDTH_NAME) ?? [];
    if (found && name && findQueryName(name) !== null) this.complainOfWidth(this.at + found.length - 1, ":");
  }

  private complainOfWidth(start: number, replacement: string): void {
    this.complain("full-width", start, start + 1, {
      message: `This mark is a full-width one. Write "${replacement}", or put the text in quotation marks to search for it as it stands.`,
      replacement,
    });
  }

  /** A quoted text, or what the pattern takes; empty where there is neither. */
  private piece(bare: RegExp): Piece {
    const start = this.at;
    const found = this.match(QUOTED);
    if (!found) {
      const [text = ""] = this.match(bare) ?? [];
      this.at += text.length;
      return { start, end: this.at, text, quoted: false };
    }
    this.at += found[0].length;
    const end = this.at;
    if (found[2] === "") {
      this.complain("unclosed-quote", start, end, {
        message: 'The quotation mark is not closed. Put another " at the end.',
        replacement: `${found[0].replace(ESCAPING_END, "$&\\")}"`,
      });
    } else this.endAfterQuote(bare === BARE_VALUE);
    return { start, end, text: (found[1] ?? "").replace(/\\(.)/gs, "$1"), quoted: true };
  }

  private endAfterQuote(inList: boolean): void {
    const start = this.at;
    if (inList && this.isCommaAhead()) return;
    if (!this.skip(WORD)) return;
    this.complain("text-after-quote", start, this.at, {
      message: 'A blank is missing after the quotation mark. A " within quotation marks is written \\".',
      replacement: ` ${this.text.slice(start, this.at)}`,
    });
  }

  private complain(
    code: QueryTextProblem["code"],
    start: number,
    end: number,
    words: Pick<QueryTextProblem, "message" | "replacement">,
  ): void {
    this.problems.push({ code, start, end, subject: this.text.slice(start, end), ...words });
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  private skip(pattern: RegExp): boolean {
    const found = this.match(pattern)?.[0] ?? "";
    this.at += found.length;
    return found !== "";
  }
}
