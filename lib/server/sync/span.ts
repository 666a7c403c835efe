/** A half-open stretch of time: `from` inclusive, `to` exclusive, both in epoch milliseconds. */
export type Span = { readonly from: number; readonly to: number };

export const widthOf = (span: Span): number => span.to - span.from;

/** The spans as a sorted list in which none touches another; empty ones are dropped. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  const sorted = spans.filter((span) => span.to > span.from).toSorted((a, b) => a.from - b.from);
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** The parts of `whole` that none of `holes` covers, newest first. */
export function subtractSpans(whole: Span, holes: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let to = whole.to;
  for (const hole of mergeSpans(holes).toReversed()) {
    if (hole.from >= to || hole.to <= whole.from) continue;
    if (hole.to < to) parts.push({ from: hole.to, to });
    to = hole.from;
  }
  if (to > whole.from) parts.push({ from: whole.from, to });
  return parts;
}

/** The parts of the spans before an instant. */
export function clipAfter(spans: readonly Span[], instant: number): Span[] {
  return mergeSpans(spans.map(({ from, to }) => ({ from, to: Math.min(to, instant) })));
}

/** The newest instant covered without a break from `from` on; `from` itself where nothing is. */
export function reachOf(spans: readonly Span[], from: number): number {
  return mergeSpans(spans).find((span) => span.from <= from && span.to > from)?.to ?? from;
}
