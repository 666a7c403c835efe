import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinFreeText, splitFreeText } from "@/lib/events/free-text";
import { EMPTY_FILTER } from "@/lib/events/query";
import { formatQueryText } from "@/lib/events/query-text/format-query-text";
import { parseQueryText } from "@/lib/events/query-text/parse-query-text";
import { anyFilter } from "@/tests/support/filter-arbitraries";

const NOW = new Date("2026-03-04T05:06:07.000Z");
const parse = (text: string) => parseQueryText(text, NOW);

describe("the query bar's language", () => {
  it("gives back every filter unchanged", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const q = filter.q === null ? null : joinFreeText(splitFreeText(filter.q));
        expect(parse(formatQueryText(filter))).toEqual({ filter: { ...filter, q }, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "NOT",
    "NOT a",
    "AND",
    "OR b",
    "-",
    "-a",
    "--",
    '"',
    '""',
    '"a',
    'a"b c',
    "a:b",
    "severity:high",
    "\\",
    '\\"',
    "http://x/?a=b",
    "::1",
    "fe80::1",
    "a,b",
    ",",
    '"a b"',
    '"a b"c',
    "from:-1h",
    "severity：high",
    "你好：，",
  ])("searches for the text %s as it stands", (word) => {
    const filter = { ...EMPTY_FILTER, q: joinFreeText([word]) };
    expect(parse(formatQueryText(filter))).toEqual({ filter, problems: [] });
    expect(splitFreeText(filter.q ?? "")).toEqual([word]);
  });

  it("never throws, and places every problem inside the text", () => {
    const fragment = fc.constantFrom(
      "severity:",
      "status",
      ":",
      ",",
      '"',
      "\\",
      "-",
      "NOT ",
      "OR ",
      " ",
      "high",
      "from:",
      "-24h",
      "10.0.0.0/33",
      "：",
      "，",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fragment).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end, message } of parse(typed).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(typed.length);
          expect(message).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads the example of the manual", () => {
    expect(
      parse('severity:critical,high -status:ignored attacker:198.51.100.0/24 "select from" target:/api/*'),
    ).toEqual({
      filter: {
        fields: {
          severity: { anyOf: ["critical", "high"], noneOf: [] },
          status: { anyOf: [], noneOf: ["ignored"] },
          attacker: { anyOf: ["198.51.100.0/24"], noneOf: [] },
          target: { anyOf: ["/api/*"], noneOf: [] },
        },
        from: null,
        to: null,
        q: '"select from"',
      },
      problems: [],
    });
  });

  it.each([
    ["NOT severity:low", "-severity:low"],
    ["Severity:HIGH", "severity:high"],
    ["source.ip:2001:db8::/32", "attacker:2001:db8::/32"],
    ["source.ip:::ffff:203.0.113.78", "attacker:::ffff:203.0.113.78"],
    ["source.ip:192.0.XX.XX,104.234.140.**", "attacker:192.0.XX.XX,104.234.140.**"],
    ['attacker:"300.1.1.1"', 'attacker:"300.1.1.1"'],
    ["url.path:/login host.name:a.example", "target:/login,a.example"],
    ["url.path://wp-login.php -target://admin", "target://wp-login.php -target://admin"],
    ["rule.id:sqli", "type:sqli"],
    ['status:"To confirm",to-confirm', "status:toBeConfirmed"],
    ["type:Scan,web-attack", "type:4,9"],
    ['type:"Scan"', 'type:"Scan"'],
    ["status:open", "status:toBeConfirmed,confirmed"],
    ["status:handled", "status:actioned"],
    ['outcome:"not blocked"', "outcome:not-blocked"],
    ["severity:high severity:high,low", "severity:high,low"],
    ["a AND b", "a b"],
    ['target:"a, b"', 'target:"a, b"'],
    ["  http://evil.example/?q=1  ", "http://evil.example/?q=1"],
    ["from:-24h to:now", "from:-24h to:now"],
    ["错误：空指针，已拦截", "错误：空指针，已拦截"],
    ['target:"a，b"', 'target:"a，b"'],
    ["attacker:192.0.XX.XX,account_1", "attacker:192.0.XX.XX,account_1"],
  ])("reads %s like %s", (typed, canonical) => {
    const { filter, problems } = parse(typed);
    expect(problems).toEqual([]);
    expect(formatQueryText(filter)).toBe(canonical);
  });
});

describe("a mistake in a query text", () => {
  it.each([
    ["severty:high", "unknown-field", "severty", "severity"],
    ["foo source.up:10.0.0.1", "unknown-field", "source.up", "source.ip"],
    ["zzzzzz:1", "unknown-field", "zzzzzz", null],
    ["severity:critcal", "unknown-value", "critcal", "critical"],
    ["-status:low,confirmed", "unknown-value", "low", null],
    ["status:to-confrm", "unknown-value", "to-confrm", '"to confirm"'],
    ["severity:", "missing-value", "", null],
    ["severity:high,", "missing-value", "", null],
    ['target:"', "unclosed-quote", '"', '""'],
    ['target:"C:\\', "unclosed-quote", '"C:\\', '"C:\\\\"'],
    ['target:"C:\\\\', "unclosed-quote", '"C:\\\\', '"C:\\\\"'],
    ['say "select from', "unclosed-quote", '"select from', '"select from"'],
    ['"a"b', "text-after-quote", "b", " b"],
    ["severity：critical", "full-width", "：", ":"],
    ["a -源 -source.ip：10.0.0.1", "full-width", "：", ":"],
    ["attacker:10.0.0.1，10.0.0.2", "full-width", "，", ","],
    ['status:"To confirm"，confirmed', "full-width", "，", ","],
    ["-word", "text-excluded", "-word", null],
    ["a OR b", "or-between-terms", "OR", '"OR"'],
    ["-from:-24h", "time-excluded", "-from:-24h", null],
    ["from:-24h from:-1h", "given-twice", "from:-1h", null],
    ["from:yesterday", "not-a-time", "yesterday", null],
    ["acted:-7d,yesterday", "not-a-period", "yesterday", null],
    ["-closed:-1d..-7d", "not-a-period", "-1d..-7d", null],
    ["from:-1h to:-2h", "range-reversed", "to:-2h", null],
    ["attacker:198.51.100.0/33", "not-an-address", "198.51.100.0/33", '"198.51.100.0/33"'],
    ["attacker:203.0.113.780", "not-an-address", "203.0.113.780", '"203.0.113.780"'],
    ["attacker:300.1.1.1", "not-an-address", "300.1.1.1", '"300.1.1.1"'],
    ["attacker:10.0.0", "not-an-address", "10.0.0", '"10.0.0"'],
    [`target:${"x".repeat(3)}\0`, "refused", "target:xxx\0", null],
    ["x".repeat(501), "words-too-long", "x".repeat(501), null],
    [`${"x".repeat(100_000)} and`, "text-too-long", " and", null],
  ])("%.40s is named (%s), pointed at, and mended where possible", (typed, code, at, replacement) => {
    const { problems } = parse(typed);
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem).toMatchObject({ code, replacement });
    expect(typed.slice(problem?.start, problem?.end)).toBe(at);
  });

  it("is one mistake where a full-width mark stands between good values", () => {
    const { filter, problems } = parse("severity:critical，high");
    expect(problems).toMatchObject([{ code: "full-width" }]);
    expect(formatQueryText(filter)).toBe("severity:critical,high");
  });

  it("leaves the rest of the filter in force", () => {
    const { filter, problems } = parse("severity:high,criticl colour:red -status:ignored word");
    expect(problems).toHaveLength(2);
    expect(formatQueryText(filter)).toBe("severity:high -status:ignored word");
  });
});
