import { parse } from "lossless-json";
import type { ConfigProblem } from "./config-error";

/**
 * Parses JSON text. A mistake is told by line and column only: the parser's own message may quote the text,
 * and with it a secret. Keys that occur twice are mistakes too.
 */
export function parseJsonText(
  text: string,
): { readonly value: unknown } | { readonly problem: ConfigProblem } {
  try {
    return { value: parse(text.replace(/^\uFEFF/, ""), undefined, Number) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    return {
      problem: {
        place: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`,
        message: message.startsWith("Duplicate key")
          ? "the same key is written twice in one object; remove one of them"
          : "is not valid JSON here; check for a missing or extra comma, quote or bracket",
      },
    };
  }
}
