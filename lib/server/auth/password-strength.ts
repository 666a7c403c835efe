import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Of 0 to 4: safe against somebody who has the database and a slow hash to try (10^8 guesses). */
const LEAST_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is too easily guessed, with how to mend it; `null` when it is good enough.
 * @param known what an attacker tries first, for example the username.
 */
export function weaknessOf(password: string, known: readonly string[]): string | null {
  // The dictionaries take a moment to unpack, and most processes never need them.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  if (estimator.check(password, [...known, "watchfloor"]).score >= LEAST_SCORE) return null;
  return "is easily guessed; use several unrelated words, or let a password manager make one";
}
