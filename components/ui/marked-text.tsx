"use client";

import { useEffect, useRef } from "react";
import classes from "./marked-text.module.css";
import type { TextSegment } from "./text-segments";

type MarkedTextProps = {
  segments: readonly TextSegment[];
  /** The search hit that the reader is at, from 0. */
  current: number;
};

/** Segments as text nodes, the marked ones inside `mark` elements; the current search hit is scrolled into view. */
export function MarkedText({ segments, current }: MarkedTextProps) {
  const shown = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves when either changes
  useEffect(() => shown.current?.scrollIntoView({ block: "nearest" }), [current, segments]);
  let position = 0;
  return segments.map(({ text, highlighted, hit }) => {
    const key = position;
    position += text.length;
    if (!highlighted && hit === null) return text;
    const isCurrent = hit === current;
    return (
      <mark
        key={key}
        ref={isCurrent ? shown : undefined}
        className={highlighted ? classes.highlight : classes.hit}
        data-hit={hit === null ? undefined : isCurrent ? "current" : "other"}
      >
        {text}
      </mark>
    );
  });
}
