/** What can be wrong with a query text. Screens translate by it. */
export const QUERY_TEXT_PROBLEMS = [
  "unknown-field",
  "unknown-value",
  "missing-value",
  "unclosed-quote",
  "text-after-quote",
  "full-width",
  "text-excluded",
  "or-between-terms",
  "time-excluded",
  "given-twice",
  "not-a-time",
  "not-a-period",
  "not-an-address",
  "range-reversed",
  "too-many-values",
  "words-too-long",
  "address-too-long",
  "text-too-long",
  "refused",
] as const;
export type QueryTextProblemCode = (typeof QUERY_TEXT_PROBLEMS)[number];

/** One thing wrong with a query text, where, and how to mend it. Positions are UTF-16 units. */
export type QueryTextProblem = {
  readonly code: QueryTextProblemCode;
  readonly start: number;
  /** Exclusive; at least `start`. */
  readonly end: number;
  /** For people, in English. */
  readonly message: string;
  /** The text that is meant, as typed. */
  readonly subject: string;
  /** What to put in place of the text from `start` to `end`; null where nothing can be guessed. */
  readonly replacement: string | null;
};
