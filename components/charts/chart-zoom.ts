/** A stretch of time that a chart shows: milliseconds, `to` exclusive. */
export type ChartRange = { readonly from: number; readonly to: number };

/** Shorter stretches show a single bar; milliseconds. */
const SHORTEST = 60_000;

/** The stretch moved into the whole, no longer than it. */
function within({ from, to }: ChartRange, whole: ChartRange): ChartRange {
  const length = Math.min(to - from, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

/** Ways to another stretch without drawing it. */
const ZOOM_STEPS = {
  in: ({ from, to }) => {
    const cut = Math.max(0, Math.min((to - from) / 4, (to - from - SHORTEST) / 2));
    return { from: from + cut, to: to - cut };
  },
  out: ({ from, to }) => ({ from: from - (to - from) / 2, to: to + (to - from) / 2 }),
  earlier: ({ from, to }) => ({ from: from - (to - from) / 2, to: to - (to - from) / 2 }),
  later: ({ from, to }) => ({ from: from + (to - from) / 2, to: to + (to - from) / 2 }),
} as const satisfies Record<string, (range: ChartRange) => ChartRange>;
export type ZoomStep = keyof typeof ZOOM_STEPS;

/** The stretch after a step; null for the whole. */
export function zoomed(range: ChartRange | null, step: ZoomStep, whole: ChartRange): ChartRange | null {
  const next = within(ZOOM_STEPS[step](range ?? whole), whole);
  return next.from <= whole.from && next.to >= whole.to ? null : next;
}
