import type { Span } from "./span";

/** A stretch of a list that announced more rows than its pages delivered. */
export type Gap = Span & {
  readonly list: string;
  /** Rows announced and rows received, where the shortage was largest. */
  readonly announced: number;
  readonly received: number;
  /** Epoch milliseconds. */
  readonly notedAt: number;
};

const shortage = (gap: Gap) => gap.announced - gap.received;

/**
 * Takes a stretch out of the gaps of its list, because it has just been read again: what is left of a gap
 * are the parts outside of it.
 */
export function clearGaps(gaps: readonly Gap[], list: string, span: Span): Gap[] {
  return gaps.flatMap((gap) => {
    if (gap.list !== list || gap.to <= span.from || gap.from >= span.to) return [gap];
    const before = { ...gap, to: Math.min(gap.to, span.from) };
    const after = { ...gap, from: Math.max(gap.from, span.to) };
    return [before, after].filter((part) => part.to > part.from);
  });
}

/**
 * Adds a gap. Gaps of one list that touch become one, with the numbers of the worse: a list that lies in
 * every window is one entry, however often it is read.
 */
export function noteGap(gaps: readonly Gap[], noted: Gap): Gap[] {
  const others: Gap[] = [];
  let merged = noted;
  for (const gap of clearGaps(gaps, noted.list, noted).toSorted((a, b) => b.to - a.to)) {
    if (gap.list !== noted.list || gap.to < merged.from || gap.from > merged.to) {
      others.push(gap);
      continue;
    }
    const worse = shortage(gap) > shortage(merged) ? gap : merged;
    merged = {
      ...worse,
      from: Math.min(gap.from, merged.from),
      to: Math.max(gap.to, merged.to),
      notedAt: Math.min(gap.notedAt, merged.notedAt),
    };
  }
  return [...others, merged].toSorted((a, b) => b.to - a.to);
}
