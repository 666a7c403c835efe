/** Checks an answer of ours: a zod schema, or the lighter {@link answerWith}. */
export type AnswerReader<Answer> = {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Answer } | { readonly success: false; readonly error: unknown };
};

/**
 * Knows an answer by the names it holds. What our server answers follows its schema (the tests check every
 * answer); what remains to be noticed in a browser is an answer of another version, or of something between. A
 * parser for more would be a fifth of the queue's own script, and its work would delay every row.
 */
export function answerWith<Answer extends object>(
  ...names: readonly (keyof Answer & string)[]
): AnswerReader<Answer> {
  const isAnswer = (value: unknown): value is Answer =>
    typeof value === "object" && value !== null && names.every((name) => name in value);
  return {
    safeParse: (value) =>
      isAnswer(value)
        ? { success: true, data: value }
        : { success: false, error: new TypeError(`The answer lacks one of: ${names.join(", ")}.`) },
  };
}
