import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { FactText } from "@/components/event/fact-text";
import { HOSTILE } from "@/tests/support/hostile-event";
import { renderStatic } from "@/tests/support/render-static";

const shown = (label: string, value: string, language: "en" | "zh") =>
  renderStatic(createElement(FactText, { label, value }), language)
    // The theme brings a style sheet along.
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, "")
    .trim();

describe("a fact's value", () => {
  it.each([
    ["Rule result", "2 (block)", "2 (block)", "2（拦截）"],
    ["Direction", "out", "outbound", "出方向"],
    ["Persistent attack", "0 (no)", "0 (no)", "0（否）"],
    ["Rule", "831381", "831381", "831381"],
    ["Rule", "R (of theirs)", "R (of theirs)", "R (of theirs)"],
    ["Log window from", "2026-03-01T12:00:00.000Z", "2026-03-01 12:00:00", "2026-03-01 12:00:00"],
  ])(
    "%s %s is said in the reader's language as far as its words are ours",
    (label, value, english, chinese) => {
      expect(shown(label, value, "en")).toBe(english);
      expect(shown(label, value, "zh")).toBe(chinese);
    },
  );

  it("is shown at once, however many brackets it holds", () => {
    const start = performance.now();
    shown("Rule", `x${" (".repeat(100_000)}!`, "en");
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("is text, whatever stands in it", () => {
    const html = renderStatic(createElement(FactText, { label: "Rule", value: HOSTILE }), "zh");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<script|<img|<a\s/);
  });
});
