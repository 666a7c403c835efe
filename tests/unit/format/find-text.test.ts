import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findText } from "@/lib/format/find-text";

describe("findText", () => {
  it("finds what the platform's own search finds", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "🔥"), maxLength: 40 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 5 }),
        (all, part) => {
          expect(findText(all, part, 100)).toEqual(
            [...all.matchAll(new RegExp(part, "g"))].map(({ index }) => index),
          );
        },
      ),
    );
  });

  it("stops after as many places as are wanted, and finds none of an empty part", () => {
    expect(findText("aaaa", "a", 2)).toEqual([0, 1]);
    expect(findText("aaaa", "", 2)).toEqual([]);
  });

  it.each([
    ["differs at its end", `${"a".repeat(200_000)}b`],
    ["differs at its beginning", `b${"a".repeat(200_000)}`],
    ["differs in its middle", `${"a".repeat(100_000)}b${"a".repeat(100_000)}`],
  ])("answers at once for a hostile part that %s", (_, part) => {
    const start = performance.now();
    expect(findText("a".repeat(500_000), part, 500)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
