import { describe, expect, test } from "vitest";
import { RawJson, stringifyWithRaw } from "@/lib/server/http/json-with-raw";

describe("JSON with embedded texts", () => {
  test.each(['{"b":1,"a":2}', "12345678901234567890", "1.0", '{ "n" : 1e400 }', '"$& $1 $$"', "null"])(
    "keeps %s exactly as it is",
    (text) => {
      const json = stringifyWithRaw({ before: [1], raw: new RawJson(text), after: "x" });
      expect(json).toBe(`{"before":[1],"raw":${text},"after":"x"}`);
    },
  );

  test("keeps several texts apart", () => {
    const items = ["1", "[2]", '"3"'].map((text) => ({ raw: new RawJson(text) }));
    expect(stringifyWithRaw({ items })).toBe('{"items":[{"raw":1},{"raw":[2]},{"raw":"3"}]}');
  });

  test("leaves text that only looks like a mark alone", () => {
    const value = { title: "abcdefghijklmnopqrstu:0", raw: new RawJson("1") };
    expect(JSON.parse(stringifyWithRaw(value))).toEqual({ title: "abcdefghijklmnopqrstu:0", raw: 1 });
  });
});
