"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { TIMELINE_PLOT } from "@/components/charts/timeline-plot";
import { useTimeZone } from "@/components/layout/time-zone";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { formatDistinct } from "@/lib/format/instant";
import type { TimelineBucket } from "./timeline-buckets";
import classes from "./timeline-panel.module.css";

type Span = readonly [first: number, last: number];

type TimelineSelectionProps = {
  buckets: readonly TimelineBucket[];
  measure: TimelineMeasure;
  /** Tells which bars are under the pointer or have the focus. */
  onLook: (span: Span | null) => void;
  onSelect: (first: TimelineBucket, last: TimelineBucket) => void;
};

/** The others open the browser's menu, or scroll. */
const PRIMARY_BUTTON = 0;

const spanOf = (one: number, other: number): Span => [Math.min(one, other), Math.max(one, other)];

/**
 * Lies over the bars: a click picks one, dragging picks several; with the keyboard the arrows move (with
 * Shift they extend) and Enter picks. One stop for the Tab key.
 */
export function TimelineSelection({ buckets, measure, onLook, onSelect }: TimelineSelectionProps) {
  const t = useTranslations("events.timeline");
  const { zone } = useTimeZone();
  const [anchor, setAnchor] = useState<number | null>(null);
  const [span, setSpan] = useState<Span | null>(null);
  const [stop, setStop] = useState(buckets.length - 1);
  const overlay = useRef<HTMLFieldSetElement>(null);
  const tabStop = Math.min(stop, buckets.length - 1);

  // Written once: the pointer moves over the bars, and times in a zone are slow to write.
  const labels = useMemo(
    () =>
      buckets.map(({ start, end, total }) =>
        t("bucket", {
          from: formatDistinct(start, zone),
          to: formatDistinct(end, zone),
          count: t(measure === "events" ? "countEvents" : "countAttacks", { count: total }),
        }),
      ),
    [buckets, measure, t, zone],
  );

  function look(next: Span | null) {
    setSpan(next);
    onLook(next);
  }

  function select([first, last]: Span) {
    const from = buckets[first];
    const to = buckets[last];
    setAnchor(null);
    look(null);
    if (from && to) onSelect(from, to);
  }

  // A drag that ends outside the chart is given up, and one that turns out to scroll the page.
  useEffect(() => {
    if (anchor === null) return;
    const giveUp = () => setAnchor(null);
    window.addEventListener("pointerup", giveUp);
    window.addEventListener("pointercancel", giveUp);
    return () => {
      window.removeEventListener("pointerup", giveUp);
      window.removeEventListener("pointercancel", giveUp);
    };
  }, [anchor]);

  function begin({ button, currentTarget, pointerId }: PointerEvent<HTMLButtonElement>, index: number) {
    if (button !== PRIMARY_BUTTON) return;
    // A finger belongs to the bar that it came down on: the others would not hear of it.
    if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
    setAnchor(index);
  }

  function move(event: KeyboardEvent, index: number) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(index + step, 0), buckets.length - 1);
    const fixed = event.shiftKey && span ? (span[0] === index ? span[1] : span[0]) : next;
    setStop(next);
    overlay.current?.querySelectorAll("button")[next]?.focus();
    look(spanOf(fixed, next));
  }

  return (
    <fieldset
      ref={overlay}
      className={classes.selection}
      style={TIMELINE_PLOT}
      aria-label={t("pick")}
      onPointerLeave={() => look(null)}
    >
      {buckets.map((bucket, index) => (
        <button
          key={bucket.start}
          type="button"
          className={classes.bucket}
          tabIndex={index === tabStop ? 0 : -1}
          data-chosen={(span && index >= span[0] && index <= span[1]) || undefined}
          aria-label={labels[index]}
          onPointerDown={(event) => begin(event, index)}
          onPointerEnter={() => look(spanOf(anchor ?? index, index))}
          onPointerUp={() => anchor !== null && select(spanOf(anchor, index))}
          onClick={(event) => event.detail === 0 && select(span ?? [index, index])}
          onFocus={() => {
            setStop(index);
            if (!span) look([index, index]);
          }}
          onBlur={() => look(null)}
          onKeyDown={(event) => move(event, index)}
        />
      ))}
    </fieldset>
  );
}
