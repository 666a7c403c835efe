import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import { LONGEST_PASSWORD, newPasswordSchema, SHORTEST_PASSWORD } from "@/lib/api/people";
import { CONTEXT_WORDS, weaknessOf } from "@/lib/server/auth/password-strength";

const COMMON = dictionary["passwords-common"]?.filter((password) => typeof password === "string") ?? [];

test("none of the common passwords that are long enough is taken", () => {
  const longEnough = COMMON.filter((password) => password.length >= SHORTEST_PASSWORD);
  expect(COMMON.length).toBeGreaterThan(3_000);
  expect(longEnough.length).toBeGreaterThan(0);
  expect(longEnough.filter((password) => weaknessOf(password, []) === null)).toEqual([]);
});

test.each(CONTEXT_WORDS)("a password made of %s and a year is not taken", (word) => {
  expect(weaknessOf(`${word}-2026!`, [])).toMatch(/easily guessed/);
  expect(weaknessOf(`${word.toUpperCase()}${word}`, [])).toMatch(/easily guessed/);
});

test("a password that is good without the words in it is taken", () => {
  expect(weaknessOf("watchfloor copper lantern orbit thistle", [])).toBeNull();
});

test.each([
  ["unrelated words in small letters", "copper lantern orbit thistle"],
  ["another script", "蓝色灯塔与安静的群山之间的路"],
  ["64 characters", "copper lantern orbit thistle ".repeat(3).slice(0, 64)],
])("a password of %s is taken: no kinds of characters are asked for", (_what, password) => {
  expect(newPasswordSchema.safeParse(password).success).toBe(true);
  expect(weaknessOf(password, ["ada"])).toBeNull();
});

test("the longest password that is taken is longer than anybody needs", () => {
  expect(LONGEST_PASSWORD).toBeGreaterThanOrEqual(64);
});
