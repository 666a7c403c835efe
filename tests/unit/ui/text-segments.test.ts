import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_SEARCH, segmentText } from "@/components/ui/text-segments";
import { visibleText } from "@/lib/format/visible-text";

const marked = (text: string, highlight: string | null, search: string) =>
  segmentText(text, highlight, search).segments.map(
    ({ text: part, highlighted, hit }) =>
      `${highlighted ? "<" : ""}${hit === null ? part : `(${part})`}${highlighted ? ">" : ""}`,
  );

describe("segmentText", () => {
  it("marks every place where the triggering part stands", () => {
    expect(marked("id=1 or 1=1&x=1 or 1=1", "1 or 1=1", "")).toEqual([
      "id=",
      "<1 or 1=1>",
      "&x=",
      "<1 or 1=1>",
    ]);
  });

  it("finds what the reader looks for whatever its case, also inside a mark", () => {
    expect(marked("a UNION SELECT b", "UNION SELECT", "select")).toEqual([
      "a ",
      "<UNION >",
      "<(SELECT)>",
      " b",
    ]);
  });

  it("takes every character of the search literally", () => {
    for (const search of ["a+b", "(x)", "[1]", "\\d", "$1", "a-b", "{2}", "^", "|", "/"]) {
      expect(segmentText(`before ${search} after`, null, search).hits).toBe(1);
    }
  });

  it("finds a control character under the sign that stands for it", () => {
    expect(marked("a\u001b[31mb", null, "␛[31m")).toEqual(["a", "(␛[31m)", "b"]);
  });

  it("stops marking at 500 hits, so that a page of one letter still opens", () => {
    expect(segmentText("a".repeat(100_000), null, "a").hits).toBe(500);
  });

  it("loses and adds nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ maxLength: 3 }), (text, search) => {
        const joined = segmentText(text, text.slice(2, 5), search).segments.map((part) => part.text);
        expect(joined.join("")).toBe(visibleText(text));
      }),
    );
  });

  it("marks a triggering part of any length", () => {
    const payload = "a".repeat(100_000);
    expect(segmentText(payload, payload, "").highlights).toBe(1);
  });

  it("finds the longest search that can be typed, also of characters without a picture", () => {
    const text = "\u202e".repeat(LONGEST_SEARCH);
    expect(segmentText(text, null, text).hits).toBe(1);
  });

  it("marks parts one after another, not over each other", () => {
    expect(marked("aaaaa", "aa", "")).toEqual(["<aa>", "<aa>", "a"]);
  });
});
