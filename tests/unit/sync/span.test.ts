import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipAfter, mergeSpans, reachOf, type Span, subtractSpans } from "@/lib/server/sync/span";

const SETTINGS = { seed: 7, numRuns: 300 };
const END = 60;

const span = fc
  .tuple(fc.nat(END), fc.nat(END))
  .map(([one, other]): Span => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const spans = fc.array(span, { maxLength: 8 });

/** The instants that spans cover, one by one: what the arithmetic must agree with. */
const instants = (covered: readonly Span[]) =>
  Array.from({ length: END }, (_, instant) => instant).filter((instant) =>
    covered.some(({ from, to }) => from <= instant && instant < to),
  );

describe("spans", () => {
  it("cover the same after merging, in order and without touching", () => {
    fc.assert(
      fc.property(spans, (given) => {
        const merged = mergeSpans(given);
        expect(instants(merged)).toEqual(instants(given));
        merged.slice(1).forEach((next, index) => {
          expect(next.from).toBeGreaterThan(merged[index]?.to ?? Number.NaN);
        });
      }),
      SETTINGS,
    );
  });

  it("leave exactly what the holes do not cover, newest first", () => {
    fc.assert(
      fc.property(span, spans, (whole, holes) => {
        const left = subtractSpans(whole, holes);
        const covered = instants(holes);
        expect(instants(left)).toEqual(instants([whole]).filter((instant) => !covered.includes(instant)));
        expect(left).toEqual(left.toSorted((a, b) => b.to - a.to));
      }),
      SETTINGS,
    );
  });

  it("end at the instant they are clipped at", () => {
    fc.assert(
      fc.property(spans, fc.nat(END), (given, at) => {
        expect(instants(clipAfter(given, at))).toEqual(instants(given).filter((instant) => instant < at));
      }),
      SETTINGS,
    );
  });

  it("reach as far as they are unbroken", () => {
    fc.assert(
      fc.property(spans, fc.nat(END - 1), (given, from) => {
        const covered = instants(given);
        let reach = from;
        while (covered.includes(reach)) reach += 1;
        expect(reachOf(given, from)).toBe(reach);
      }),
      SETTINGS,
    );
  });
});
