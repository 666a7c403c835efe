import { describe, expect, it } from "vitest";
import { type ZoomStep, zoomed } from "@/components/charts/chart-zoom";

const HOUR = 3_600_000;
const WHOLE = { from: 0, to: 24 * HOUR };
const NOON = { from: 11 * HOUR, to: 13 * HOUR };
const STEPS: readonly ZoomStep[] = ["in", "out", "earlier", "later"];

describe("zoomed", () => {
  it("halves the stretch around its middle, and doubles it again", () => {
    const closer = zoomed(NOON, "in", WHOLE);
    expect(closer).toEqual({ from: 11.5 * HOUR, to: 12.5 * HOUR });
    expect(zoomed(closer, "out", WHOLE)).toEqual(NOON);
  });

  it("moves by half of what is shown", () => {
    expect(zoomed(NOON, "earlier", WHOLE)).toEqual({ from: 10 * HOUR, to: 12 * HOUR });
    expect(zoomed(NOON, "later", WHOLE)).toEqual({ from: 12 * HOUR, to: 14 * HOUR });
  });

  it("is the whole again when nothing is left out", () => {
    expect(zoomed({ from: 6 * HOUR, to: 18 * HOUR }, "out", WHOLE)).toBeNull();
    expect(zoomed(null, "later", WHOLE)).toBeNull();
  });

  it.each(STEPS)("never leaves the whole, nor ends in nothing: %s, many times", (step) => {
    let range = zoomed(null, "in", WHOLE);
    for (let times = 0; times < 40; times += 1) range = zoomed(range, step, WHOLE);
    const { from, to } = range ?? WHOLE;
    expect(from).toBeGreaterThanOrEqual(WHOLE.from);
    expect(to).toBeLessThanOrEqual(WHOLE.to);
    expect(to - from).toBeGreaterThanOrEqual(60_000 - 1);
  });
});
