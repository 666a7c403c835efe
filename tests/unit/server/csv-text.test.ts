import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvText } from "@/lib/server/csv-text";

const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "=1\nsecond line",
  "\uFF1D1",
  "\uFF0B1",
  "\uFF0D1",
  "\uFF20A1",
];
const TEXTS = ["", " a ", "a,b", 'a"b', "a\nb", "a\r\nb", "a=1", "12-3", "数据", "\u{1F6A8}", "\uFEFFa"];

const read = (text: string) => Papa.parse<string[]>(text, { newline: "\r\n", skipEmptyLines: true }).data;

describe("CSV", () => {
  test.each(FORMULAS)("a spreadsheet shows %j instead of running it", (cell) => {
    expect(read(csvText([["first", cell, 3]]))).toEqual([["first", `'${cell}`, "3"]]);
  });

  test.each(TEXTS)("%j comes out as it went in", (cell) => {
    expect(read(csvText([["first", cell, "last"]]))).toEqual([["first", cell, "last"]]);
  });

  test("numbers below zero stay numbers, and nothing is an empty cell", () => {
    expect(csvText([[-1, null, "a"]])).toBe("-1,,a\r\n");
  });

  test("each row ends with a line end of its own, so that pages can be put one after another", () => {
    expect(csvText([["a"], ["b"]]) + csvText([]) + csvText([["c"]])).toBe("a\r\nb\r\nc\r\n");
  });
});
