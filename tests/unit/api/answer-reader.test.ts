import { expect, test } from "vitest";
import { answerWith } from "@/lib/api/answer-reader";

type Answer = { readonly items: readonly string[]; readonly total: number };
const reader = answerWith<Answer>("items", "total");

test("an answer with every name is taken as it is", () => {
  const answer = { items: ["a"], total: 1, more: true };
  expect(reader.safeParse(answer)).toEqual({ success: true, data: answer });
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "items total"],
  ["an answer that lacks a name", { items: [] }],
])("%s is refused", (_name, answer) => {
  const read = reader.safeParse(answer);
  expect(read).toMatchObject({ success: false, error: { message: expect.stringMatching(/items, total/) } });
});
