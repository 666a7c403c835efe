import { describe, expect, it } from "vitest";
import {
  acceptSuggestion,
  completeQueryText,
  type QueryCompletion,
} from "@/lib/events/query-text/complete-query-text";

/** `|` marks the caret. */
function completeAt(marked: string): QueryCompletion & { text: string } {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, ...completeQueryText(text, caret) };
}

const valuesAt = (marked: string) => completeAt(marked).suggestions.map(({ value }) => value);

describe("completing a query text", () => {
  it("offers every name where nothing is typed", () => {
    expect(valuesAt("|")).toEqual([
      "severity",
      "status",
      "source",
      "connection",
      "type",
      "outcome",
      "attacker",
      "target",
      "assignee",
      "acted",
      "closed",
      "from",
      "to",
    ]);
    expect(valuesAt("severity:high |")).toContain("attacker");
  });

  it.each([
    ["s|", ["severity", "status", "source", "attacker"]],
    ["-sev|", ["severity"]],
    ["NOT out|", ["outcome"]],
    ["source.i|", ["attacker"]],
    ["host|", ["target"]],
    ["zzz|", []],
    ["sev|erity:high", ["severity"]],
    ["severity:|", ["critical", "high", "medium", "low", "info"]],
    ["severity:c|", ["critical"]],
    ["severity:critical,|", ["high", "medium", "low", "info"]],
    ["severity:critical,h|", ["high"]],
    ['status:"to |', ["to confirm"]],
    ["from:-2|", ["-24h"]],
    ['"quoted te|xt"', []],
  ])("at %s offers %j", (marked, expected) => {
    const offered = valuesAt(marked);
    expect(offered.slice(0, expected.length)).toEqual(expected);
    if (expected.length === 0) expect(offered).toEqual([]);
  });

  it.each([
    ["attacker:203.0|", { field: "attacker", search: "203.0" }],
    ["-source.ip:1.1.1.1,20|", { field: "attacker", search: "20" }],
    ['target:"shop ex|', { field: "target", search: "shop ex" }],
    ["type:|", { field: "type", search: "" }],
    ["severity:|", null],
    ["nonsense:x|", null],
  ])("at %s asks for %j", (marked, ask) => {
    expect(completeAt(marked).ask).toEqual(ask);
  });

  it.each([
    ["sev|", "severity:|"],
    ["-sev| rest", "-severity:| rest"],
    ["sev|erity:high", "severity:|high"],
    ["severity:cr|", "severity:critical |"],
    ["severity:cr|,high", "severity:critical|,high"],
    ["status:to-c|", "status:toBeConfirmed |"],
  ])("accepting the first suggestion at %s gives %s", (marked, expected) => {
    const completion = completeAt(marked);
    const insert = completion.suggestions[0]?.insert ?? "toBeConfirmed";
    const { text, caret } = acceptSuggestion(completion.text, completion, insert);
    expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
  });
});
