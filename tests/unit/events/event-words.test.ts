import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPABILITIES } from "@/lib/events/capabilities";
import { factValue } from "@/lib/events/fact";
import { outcomeOf } from "@/lib/events/outcome";
import { SEVERITIES, severityRank } from "@/lib/events/severity";
import { PRODUCTS, SOURCE_IDS, SOURCES_OF_PRODUCT } from "@/lib/events/source-id";
import { SOURCES } from "@/lib/server/sources/registry";

describe("severity", () => {
  it("ranks critical highest and info lowest, without gaps", () => {
    expect(SEVERITIES.map(severityRank)).toEqual([4, 3, 2, 1, 0]);
  });
});

describe("outcome", () => {
  it.each([
    [10, 10, "blocked"],
    [10, 11, "blocked"],
    [10, 1, "partly-blocked"],
    [10, 0, "not-blocked"],
    [10, null, "unknown"],
    [0, 0, "unknown"],
  ] as const)("of %s attacks with %s blocked is %s", (attacks, blocked, outcome) => {
    expect(outcomeOf(attacks, blocked)).toBe(outcome);
  });

  it("is never partly blocked when all or none were", () => {
    fc.assert(
      fc.property(fc.nat(), (attacks) => {
        expect(outcomeOf(attacks, attacks)).not.toBe("partly-blocked");
        expect(outcomeOf(attacks, 0)).not.toBe("partly-blocked");
      }),
    );
  });
});

describe("facts", () => {
  it("are found by their label, the first one first", () => {
    const facts = [
      { label: "Rule", value: "1" },
      { label: "Rule", value: "2" },
    ];
    expect(factValue(facts, "Rule")).toBe("1");
    expect(factValue(facts, "Probe")).toBeNull();
  });
});

describe("the sources", () => {
  it("belong to the products that their ids say", () => {
    for (const product of PRODUCTS) {
      for (const id of SOURCES_OF_PRODUCT[product]) expect(SOURCES[id]).toMatchObject({ id, product });
    }
  });

  it.each(SOURCE_IDS)("%s reads a history exactly if its capabilities say so", (id) => {
    expect(SOURCES[id].readHistory !== null).toBe(CAPABILITIES[id].cloudHistory);
  });
});
