import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_IDS, SORT_FIELDS } from "@/lib/events/fields";
import {
  DEFAULT_LIMIT,
  DEFAULT_SORT,
  EMPTY_FILTER,
  filterParams,
  parseEventFilter,
  parseEventQuery,
  resolveRange,
  sortParam,
} from "@/lib/events/query";
import { anyFilter } from "@/tests/support/filter-arbitraries";

const NOW = new Date("2026-03-04T05:06:07.000Z");
const parse = (text: string) => parseEventQuery(new URLSearchParams(text), NOW);

describe("the URL form of a filter", () => {
  it("gives back every filter unchanged, through a real URL", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const url = new URL(`http://localhost/events?${filterParams(filter)}`);
        expect(parseEventFilter(url.searchParams, NOW)).toEqual({ value: filter, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("gives back values made of its own special characters", () => {
    for (const value of [",", "\\", "-", "-a", "a,b", "\\,", "-\\,-", "a\\", "--", "a-b"]) {
      const filter = { ...EMPTY_FILTER, fields: { target: { anyOf: [value], noneOf: [value] } } };
      expect(parseEventFilter(filterParams(filter), NOW)).toEqual({ value: filter, problems: [] });
    }
  });

  it("gives back every sort", () => {
    for (const field of SORT_FIELDS) {
      for (const descending of [true, false]) {
        expect(parse(`sort=${sortParam({ field, descending })}`).value.sort).toEqual({ field, descending });
      }
    }
  });

  it("never throws, whatever the URL holds", () => {
    const key = fc.oneof(
      fc.constantFrom(...FIELD_IDS, "from", "to", "q", "sort", "limit", "cursor"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: "binary" }))), (pairs) => {
        const { value, problems } = parseEventQuery(new URLSearchParams(pairs), NOW);
        expect(value.limit).toBeGreaterThanOrEqual(1);
        expect(value.limit).toBeLessThanOrEqual(200);
        for (const problem of problems) expect(problem.message).not.toBe("");
      }),
    );
  });
});

describe("reading a query", () => {
  it("has defaults for everything", () => {
    expect(parse("")).toEqual({
      value: { filter: EMPTY_FILTER, sort: DEFAULT_SORT, limit: DEFAULT_LIMIT, cursor: null },
      problems: [],
    });
  });

  it.each([
    ["severity=high,critical", { severity: { anyOf: ["high", "critical"], noneOf: [] } }],
    ["severity=-low,info", { severity: { anyOf: [], noneOf: ["low", "info"] } }],
    ["severity=high&severity=-low", { severity: { anyOf: ["high"], noneOf: ["low"] } }],
    ["attacker=1.1.1.1,1.1.1.1", { attacker: { anyOf: ["1.1.1.1"], noneOf: [] } }],
    ["acted=2026-01-31..2026-02-28", { acted: { anyOf: ["2026-01-31..2026-02-28"], noneOf: [] } }],
    ["acted=-7d,..-1d", { acted: { anyOf: ["-7d", "..-1d"], noneOf: [] } }],
    ["closed=-2026-01-31..,--7d", { closed: { anyOf: [], noneOf: ["2026-01-31..", "-7d"] } }],
    ["severity=", {}],
    ["severity=,,", {}],
  ])("reads %s", (text, fields) => {
    expect(parse(text)).toMatchObject({ value: { filter: { fields } }, problems: [] });
  });

  it.each([
    ["severity=Severe", "severity"],
    ["status=open", "status"],
    ["outcome=-maybe", "outcome"],
    ["source=waf", "source"],
    ["attacker=%00", "attacker"],
    [`target=${Array.from({ length: 201 }, (_, index) => index).join(",")}`, "target"],
    ["from=yesterday", "from"],
    ["from=2026-01-01T00:00:00", "from"],
    ["to=2026-13-01", "to"],
    ["from=-1h&to=-2h", "from"],
    ["from=2026-01-01&to=2026-01-01", "from"],
    ["from=-1h&from=-2h", "from"],
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["limit=1000000000", "limit"],
    ["limit=1e2", "limit"],
    ["limit=-5", "limit"],
    ["sort=title", "sort"],
    ["sort=--severity", "sort"],
    ["cursor=a&cursor=b", "cursor"],
    [`q=${"x".repeat(501)}`, "q"],
    ["q=%00", "q"],
    ["severty=high", "severty"],
  ])("refuses %.60s and names the parameter", (text, field) => {
    const { problems } = parse(text);
    expect(problems.map((problem) => problem.field)).toContain(field);
  });

  it("refuses page parameters where there are no pages, and lets the caller's own pass", () => {
    const params = new URLSearchParams("limit=5&measure=attacks");
    expect(parseEventFilter(params, NOW, ["measure"]).problems.map(({ field }) => field)).toEqual(["limit"]);
  });

  it("resolves a relative range at the time of reading", () => {
    expect(resolveRange({ from: "-24h", to: "now" }, NOW)).toEqual({
      from: new Date("2026-03-03T05:06:07.000Z"),
      to: NOW,
    });
    expect(resolveRange({ from: null, to: null }, NOW)).toEqual({ from: null, to: null });
  });
});
