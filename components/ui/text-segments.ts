import { findText } from "@/lib/format/find-text";
import { visibleText } from "@/lib/format/visible-text";

/** A run of text with one appearance. */
export type TextSegment = {
  readonly text: string;
  /** Part of what triggered the rule. */
  readonly highlighted: boolean;
  /** Which search hit it belongs to, from 0; null outside hits. */
  readonly hit: number | null;
};

export type SegmentedText = {
  readonly segments: readonly TextSegment[];
  readonly hits: number;
  readonly highlights: number;
};

/** More marks than anyone steps through, and than a page can lay out quickly. */
const MAX_MARKS = 500;

type Range = { readonly start: number; readonly end: number };

/** Characters that can be searched for: more than anybody types, and far fewer than a pattern can hold. */
export const LONGEST_SEARCH = 2_000;

const findExact = (text: string, part: string): Range[] =>
  findText(text, part, MAX_MARKS).map((start) => ({ start, end: start + part.length }));

function findInAnyCase(text: string, search: string): Range[] {
  if (search === "") return [];
  const pattern = new RegExp(search.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const ranges: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
    if (ranges.length === MAX_MARKS) break;
  }
  return ranges;
}

const indexAt = (ranges: readonly Range[], position: number) =>
  ranges.findIndex(({ start, end }) => start <= position && position < end);

/**
 * Cuts text where its appearance changes, so that marks become elements around text nodes and no markup is
 * ever built from the text. Control characters are made visible first; positions are those of the result.
 * @param highlight what triggered the rule, as it stands in `text`.
 * @param search what the reader looks for, up to {@link LONGEST_SEARCH}; case does not matter.
 */
export function segmentText(text: string, highlight: string | null, search: string): SegmentedText {
  const shown = visibleText(text);
  const highlights = findExact(shown, visibleText(highlight ?? ""));
  const hits = findInAnyCase(shown, visibleText(search));
  const cuts = new Set([0, shown.length]);
  for (const { start, end } of [...highlights, ...hits]) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  const segments = ordered.slice(0, -1).map((start, index) => {
    const hit = indexAt(hits, start);
    return {
      text: shown.slice(start, ordered[index + 1]),
      highlighted: indexAt(highlights, start) >= 0,
      hit: hit >= 0 ? hit : null,
    };
  });
  return { segments, hits: hits.length, highlights: highlights.length };
}
