import { describe, expect, it } from "vitest";
import { facetRows } from "@/components/events/facet-rows";
import { textsOf } from "@/tests/support/texts";

const words = textsOf("format");
const valuesOf = (rows: readonly { value: string }[]) => rows.map(({ value }) => value);

describe("the values of a facet", () => {
  it("stay in the order of urgency for severities, whatever is most frequent", () => {
    const rows = facetRows(
      "severity",
      [
        { value: "low", count: 90 },
        { value: "critical", count: 1 },
      ],
      undefined,
      words,
    );
    expect(rows.map(({ label, count }) => [label, count])).toEqual([
      ["Critical", 1],
      ["High", 0],
      ["Medium", 0],
      ["Low", 90],
      ["Info", 0],
    ]);
  });

  it("come most frequent first for open sets, as they were counted", () => {
    const counts = [
      { value: "sqli", count: 9 },
      { value: "xss", count: 2 },
    ];
    expect(valuesOf(facetRows("type", counts, undefined, words))).toEqual(["sqli", "xss"]);
  });

  it("hold what the filter names even where no event has it", () => {
    const rows = facetRows("attacker", [], { anyOf: ["203.0.113.7"], noneOf: ["198.51.100.1"] }, words);
    expect(rows.map(({ value, count }) => [value, count])).toEqual([
      ["203.0.113.7", 0],
      ["198.51.100.1", 0],
    ]);
  });

  it("have no count while the counts are being read", () => {
    expect(facetRows("outcome", undefined, undefined, words).every(({ count }) => count === null)).toBe(true);
  });
});
