import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { losslessText, parseLossless, plainValue } from "@/lib/server/clouds/record-text";
import { RecordReader } from "@/lib/server/sources/wire/record-reader";
import { vendorTime } from "@/lib/server/sources/wire/vendor-time";
import { wireJson } from "@/lib/server/sources/wire/wire-json";
import { wireCount, wirePercent } from "@/lib/server/sources/wire/wire-number";
import { wireText } from "@/lib/server/sources/wire/wire-text";

const reader = (text: string) => {
  const value = parseLossless(text);
  return new RecordReader(typeof value === "object" && value !== null ? { ...value } : {});
};

describe("vendorTime", () => {
  it.each([
    ["A1 milliseconds declared as seconds", 1749916800000, "2025-06-14T16:00:00.000Z"],
    ["A3 seconds", 1764096746, "2025-11-25T18:52:26.000Z"],
    ["A4 seconds as text", "1683648000", "2023-05-09T16:00:00.000Z"],
    ["A5 the year 2122", 4809859200000, "2122-06-02T16:00:00.000Z"],
    ["A6 seconds as a number", 1534408189, "2018-08-16T08:29:49.000Z"],
    ["A7 milliseconds as text", "1692504764000", "2023-08-20T04:12:44.000Z"],
    ["A8 what the number says, not the printed date", 1736414463000, "2025-01-09T09:21:03.000Z"],
    ["A9 the smallest milliseconds", 1e11, "1973-03-03T09:46:40.000Z"],
    ["A9 the largest seconds", 99999999999, "5138-11-16T09:46:39.000Z"],
    ["text with blanks around", " 1683648000\n", "2023-05-09T16:00:00.000Z"],
    ["a fraction of a second", "1683648000.25", "2023-05-09T16:00:00.250Z"],
  ])("reads %s", (_, value, at) => {
    expect(vendorTime(value)).toEqual({ state: "instant", at });
  });

  it.each([[0], ["0"], [""], ["  "], [null], [undefined]])("takes %j for no time", (value) => {
    expect(vendorTime(value)).toEqual({ state: "missing" });
  });

  it.each([
    [-1],
    ["-1683648000"],
    [1e15],
    ["1736414463000000"],
    ["yesterday"],
    [true],
    [{}],
    [[]],
    ["1e400"],
  ])("refuses %j", (value) => {
    expect(vendorTime(value)).toEqual({ state: "unusable" });
  });

  it("gives the same instant for seconds and milliseconds, as number and as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e8, max: 4102444800 }), (seconds) => {
        const spellings = [seconds, String(seconds), seconds * 1000, String(seconds * 1000)];
        const at = new Date(seconds * 1000).toISOString();
        for (const value of spellings) expect(vendorTime(value)).toEqual({ state: "instant", at });
      }),
    );
  });
});

describe("wireJson", () => {
  it.each([
    ["B4 indented with a trailing newline", '{\n    "a": [1]\n}\n', { a: [1] }],
    ["B4 over-escaped", '{\\"location\\":[\\"FR\\",\\"CN\\"]}', { location: ["FR", "CN"] }],
    ["B4 quoted once more", '"{\\"a\\":1}"', { a: 1 }],
    ["an empty object", "{}", {}],
    ["a value that is no text", { a: 1 }, { a: 1 }],
  ])("reads %s", (_, field, value) => {
    const read = wireJson(field);
    expect(read.state === "value" && plainValue(read.value)).toEqual(value);
  });

  it.each([[""], [" \n"], [null], [undefined], ["null"]])("takes %j for missing", (field) => {
    expect(wireJson(field)).toEqual({ state: "missing" });
  });

  it.each([["{"], ["hello"], ['{\\"a\\":}'], ["[".repeat(100_000)]])("calls %.20j unreadable", (field) => {
    expect(wireJson(field)).toEqual({ state: "unreadable" });
  });
});

describe("wireCount and wirePercent", () => {
  it.each([
    ["B1 text", "345", 345],
    ["B3 text", "2100", 2100],
    ["a number", 20, 20],
    ["zero", 0, 0],
    ["blanks", " 7 ", 7],
    ["a fraction", "1.0", 1],
    ["a negative number", -3, null],
    ["more than can be counted exactly", "9223372036854775807", null],
    ["more than can be added up with others", Number.MAX_SAFE_INTEGER, null],
    ["words", "many", null],
    ["hexadecimal", "0x10", null],
    ["nothing", null, null],
    ["an object", {}, null],
  ])("reads %s", (_, value, count) => {
    expect(wireCount(value)).toBe(count);
  });

  it.each([
    ["B2 with its sign", "100%", 100],
    ["B2 a decimal", "99.5 %", 99.5],
    ["without a sign", 50, 50],
    ["a word", "all", null],
    ["a sign alone", "%", null],
    ["two signs", "5%%", null],
  ])("reads the share %s", (_, value, percent) => {
    expect(wirePercent(value)).toBe(percent);
  });

  it("reads a share of many blanks at once", () => {
    const start = performance.now();
    expect(wirePercent(`1${" ".repeat(200_000)}1`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("wireText", () => {
  it.each([
    ["C6 a newline at the end", "104.234.140.**\n", "104.234.140.**"],
    ["NUL, which the database cannot hold", "a\0b", "a\uFFFDb"],
    ["a lone surrogate", "a\uD800b", "a\uFFFDb"],
    ["an emoji", "🔥", "🔥"],
    ["a number", 5, "5"],
    ["blank text", " \n ", null],
    ["null", null, null],
    ["an object", {}, null],
  ])("reads %s", (_, value, text) => {
    expect(wireText(value)).toBe(text);
  });
});

describe("RecordReader", () => {
  it("keeps what it cannot read as unmapped, once", () => {
    const record = reader('{"n":"many","t":"soon","j":"{","level":"Severe"}');
    for (const _ of [1, 2]) {
      expect(record.count("n")).toBeNull();
      expect(record.time("t")).toBeNull();
      expect(record.json("j")).toBeNull();
      expect(record.code("level", new Map([["high", 1]]), 0)).toBe(0);
    }
    expect(record.unmapped).toEqual([
      { field: "n", value: "many" },
      { field: "t", value: "soon" },
      { field: "j", value: "{" },
      { field: "level", value: "Severe" },
    ]);
  });

  it("names the way to an odd value inside an inner record", () => {
    const record = reader('{"EventInfo":"{\\"ip_info\\":[{\\"cnt\\":\\"x\\"}]}"}');
    record.object("EventInfo").objects("ip_info")[0]?.count("cnt");
    expect(record.unmapped).toEqual([{ field: "EventInfo.ip_info.cnt", value: "x" }]);
  });

  it("shortens a long odd value: the record is kept whole elsewhere", () => {
    const record = reader(JSON.stringify({ n: "x".repeat(5000) }));
    record.count("n");
    expect(record.unmapped[0]?.value).toHaveLength(201);
  });

  it.each([
    ["null", '{"v":null}'],
    ["absent", "{}"],
    ["empty", '{"v":""}'],
  ])("treats %s like the others and notes nothing", (_, text) => {
    const record = reader(text);
    expect([record.text("v"), record.count("v"), record.time("v"), record.json("v")]).toEqual(
      Array(4).fill(null),
    );
    expect([record.texts("v"), record.objects("v"), record.object("v").fields]).toEqual([[], [], []]);
    expect(record.unmapped).toEqual([]);
  });

  it.each([
    ["B6 a JSON array inside an element", ['["192.168.1.1","192.168.1.2"]'], ["192.168.1.1", "192.168.1.2"]],
    ["B6 plain elements", ["192.168.1.1", "192.168.1.2\n"], ["192.168.1.1", "192.168.1.2"]],
    ["an array as text", '["a","b"]', ["a", "b"]],
    ["a single text", "a", ["a"]],
    ["repeated and empty elements", ["a", "", null, "a"], ["a"]],
    ["text that only starts like an array", "[a", ["[a"]],
  ])("reads a list given as %s", (_, value, texts) => {
    expect(reader(JSON.stringify({ value })).texts("value")).toEqual(texts);
  });

  it("does not take inherited members for fields", () => {
    const record = reader('{"__proto__":{"text":"planted"}}');
    expect(record.text("text")).toBeNull();
    expect(record.text("constructor")).toBeNull();
    expect(reader('{"c":"constructor"}').code("c", new Map(), "none")).toBe("none");
  });
});

describe("parseLossless", () => {
  it.each(['{"a":1.0}', '{"a":9223372036854775807}', '{"b":1,"a":[2.50e3,null]}', '{"__proto__":{"a":1}}'])(
    "keeps key order and number literals of %s",
    (text) => {
      expect(losslessText(parseLossless(text))).toBe(text);
    },
  );

  it("gives numbers that would lose digits as text", () => {
    expect(plainValue(parseLossless('{"a":9223372036854775807,"b":1.50,"c":"x"}'))).toEqual({
      a: "9223372036854775807",
      b: 1.5,
      c: "x",
    });
  });

  it("takes the last of repeated keys, as JSON.parse does", () => {
    expect(losslessText(parseLossless('{"a":1,"a":2}'))).toBe('{"a":2}');
  });
});
