import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Of 0 to 4: safe against somebody who has the database and a slow hash to try (10^8 guesses). */
const LEAST_SCORE = 3;

/** What somebody who knows the product, its makers' trade or its roles tries first. */
export const CONTEXT_WORDS: readonly string[] = [
  "watchfloor",
  "admin",
  "administrator",
  "analyst",
  "viewer",
  "security",
  "incident",
  "firewall",
  "alibaba",
  "aliyun",
  "huawei",
];

let estimator: ZxcvbnFactory | undefined;

/** Shorter ones stand in too many words to say anything. */
const SHORTEST_KNOWN = 4;

/** What is left of a password without the words that are known of its owner and of the product. */
function withoutKnown(password: string, known: readonly string[]): string {
  return known
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_KNOWN)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), password.toLowerCase());
}

/**
 * Why a password is too easily guessed, with how to mend it; `null` when it is good enough. One that holds
 * a known word has to be good enough without it.
 * @param known what an attacker tries first, for example the username.
 */
export function weaknessOf(password: string, known: readonly string[]): string | null {
  const words = [...known, ...CONTEXT_WORDS];
  const rest = withoutKnown(password, words);
  const looked = rest.length === password.length ? [password] : [password, rest];
  // The dictionaries take a moment to unpack, and most processes never need them.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const strength = estimator;
  if (looked.every((text) => strength.check(text, words).score >= LEAST_SCORE)) return null;
  return "is easily guessed; use several unrelated words, or let a password manager make one";
}
