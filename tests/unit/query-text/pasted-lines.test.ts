import { expect, test } from "vitest";
import { parseQueryText } from "@/lib/events/query-text/parse-query-text";
import { pastedLines } from "@/lib/events/query-text/pasted-lines";

test.each([
  { before: "attacker:", pasted: "198.51.100.1\n198.51.100.2\n", shown: "198.51.100.1,198.51.100.2" },
  { before: "-target:10.0.0.1,", pasted: "10.0.0.2,\r\n\r\n 10.0.0.3,\r\n", shown: "10.0.0.2,10.0.0.3" },
  { before: "severity:high path:", pasted: "/a b\n/c", shown: '"/a b",/c' },
  { before: "path:", pasted: "/a,b\n/c", shown: '"/a,b",/c' },
  { before: "path:", pasted: "/a，b\n/c", shown: '"/a，b",/c' },
  { before: "source.ip:", pasted: '"2001:db8::1"\n2001:db8::2', shown: '"2001:db8::1",2001:db8::2' },
  { before: "", pasted: "select from\nunion", shown: "select from union" },
  { before: "attacker:10.0.0.1 ", pasted: "one\ntwo", shown: "one two" },
])("$pasted, pasted after $before, reads $shown", ({ before, pasted, shown }) => {
  expect(pastedLines(pasted, before)).toBe(shown);
});

test("a pasted list of addresses is a filter for these addresses", () => {
  const text = `attacker:${pastedLines("198.51.100.1\n2001:db8::2\n198.51.100.0/24", "attacker:")}`;
  const { filter, problems } = parseQueryText(text, new Date(0));
  expect(problems).toEqual([]);
  expect(filter.fields).toEqual({
    attacker: { anyOf: ["198.51.100.1", "2001:db8::2", "198.51.100.0/24"], noneOf: [] },
  });
});
