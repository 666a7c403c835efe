import { describe, expect, it, test } from "vitest";
import { QueryField } from "@/components/query-bar/query-field";
import { QueryProblems } from "@/components/query-bar/query-problems";
import { LONGEST_QUERY } from "@/lib/events/address-length";
import { filterParams, MAX_VALUES } from "@/lib/events/query";
import { completeQueryText } from "@/lib/events/query-text/complete-query-text";
import { formatQueryText } from "@/lib/events/query-text/format-query-text";
import { parseQueryText } from "@/lib/events/query-text/parse-query-text";
import { renderStatic } from "@/tests/support/render-static";

const NOW = new Date("2026-03-04T05:06:07.000Z");
const parse = (text: string) => parseQueryText(text, NOW);
const list = (count: number, value: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => value(index)).join(",");

const ipv6 = (index: number) => `2001:0db8:85a3:1111:2222:8a2e:0370:${index.toString(16).padStart(4, "0")}`;
const host = (index: number) => `host-${index}.department.branch.shop.example.com`;

describe("a long list in the query bar", () => {
  it.each([
    ["addresses", "attacker", ipv6],
    ["host names", "target", host],
    ["unwanted host names", "-target", host],
  ])("is read whole: as many %s as a field takes", (_what, field, value) => {
    const text = `${field}:${list(MAX_VALUES, value)}`;
    const { filter, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(formatQueryText(filter)).toBe(text);
    expect(filterParams(filter).toString().length).toBeLessThan(LONGEST_QUERY);
  });

  it("counts a value that is named again once", () => {
    const text = `target:${list(250, (index) => host(index % 100))}`;
    expect(parse(text).problems).toEqual([]);
    expect(parse(text).filter.fields.target?.anyOf).toHaveLength(100);
  });

  it("is refused, and says what to leave out, where it has more values than a field takes", () => {
    const text = `severity:high -target:${list(MAX_VALUES + 1, String)}`;
    const [problem, ...more] = parse(text).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "too-many-values", subject: "target", start: 14 });
  });

  it.each([
    ["long values", (index: number) => `${"a".repeat(60)}.${index}.example`],
    [
      "values of which an address spells each letter in three",
      (index: number) => `${"事".repeat(10)}${index}`,
    ],
  ])("is refused where an address cannot hold it: %s", (_what, value) => {
    const { problems } = parse(`severity:high target:${list(MAX_VALUES, value)}`);
    expect(problems).toMatchObject([{ code: "address-too-long", subject: "target", start: 14 }]);
  });

  it("is not completed where it is too long to be read", () => {
    const text = `target:${"a".repeat(100_000)}`;
    expect(completeQueryText(text, text.length)).toMatchObject({ suggestions: [], ask: null });
  });

  it("names the first of thousands of mistakes", () => {
    expect(parse(`severity:${list(10_000, (index) => `x${index}`)}`).problems).toHaveLength(50);
  });

  it.each([
    ["colons", "attacker:", ":"],
    ["colons before a slash", `attacker:${":".repeat(99_990)}`, "/"],
    ["colons and hyphens", "", ":-"],
    ["slashes", "attacker:", "/1"],
    ["digits and dots", "attacker:", "1."],
    ["quotation marks", "", '"a'],
    ["escaped quotation marks", '"', '\\"'],
    ["minus signs", "", "-"],
    ["unknown fields", "", "a: "],
    ["unknown values", "severity:", "x,"],
    ["addresses with a mistake", "attacker:", "1.1.1.300,"],
    ["blanks", "a", " "],
  ])("is read in time, whatever it is made of: %s", (_what, start, part) => {
    const text = `${start}${part.repeat(100_000)}`.slice(0, 100_000);
    const before = performance.now();
    parse(text);
    completeQueryText(text, text.length);
    // A text that is looked at again from each of its letters takes twice as long on a quick machine.
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

test("the field takes what is pasted, however long: what is too long is said, and nothing is cut off", () => {
  const html = renderStatic(<QueryField value="" onChange={() => {}} onClear={() => {}} />);
  expect(html).not.toMatch(/maxlength/i);
});

test.each([
  ["en", `target:${list(201, host)}`, /At most 200 values of target can be given\. Leave some out/],
  ["en", "x".repeat(501), /At most 500 characters of text can be searched/],
  ["en", "x".repeat(100_001), /at most 100,000 characters are read/],
  [
    "zh",
    `target:${list(200, (index) => `${"a".repeat(60)}${index}`)}`,
    /页面地址放不下。请减少 target 的取值/,
  ],
] as const)("what is too long is told with its limit and how to mend it (%s)", (language, text, sentence) => {
  const { problems } = parse(text);
  const html = renderStatic(<QueryProblems problems={problems} onMend={() => {}} />, language);
  expect(html).toMatch(sentence);
});
