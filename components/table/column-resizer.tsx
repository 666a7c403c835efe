"use client";

import type { PointerEvent } from "react";

/** Pixels. */
const NARROWEST = 40;
const WIDEST = 900;

type ColumnResizerProps = { className: string; label: string; onResize: (width: number) => void };

/** The edge of a heading that is dragged; the columns' menu does the same by keyboard. */
export function ColumnResizer({ className, label, onResize }: ColumnResizerProps) {
  function drag(event: PointerEvent<HTMLSpanElement>) {
    const handle = event.currentTarget;
    const heading = handle.parentElement;
    if (!heading) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const start = heading.getBoundingClientRect().width - event.clientX;
    const move = ({ clientX }: globalThis.PointerEvent) =>
      onResize(Math.round(Math.min(Math.max(start + clientX, NARROWEST), WIDEST)));
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  }
  return <span className={className} title={label} aria-hidden="true" onPointerDown={drag} />;
}
