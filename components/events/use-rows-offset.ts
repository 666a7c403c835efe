import { type RefObject, useEffect, useState } from "react";

/**
 * How far below the start of what scrolls the rows begin, in pixels; `null` until it is known. Follows
 * whatever stands above them in the scroller.
 */
export function useRowsOffset(
  rows: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number | null {
  const [offset, setOffset] = useState<number | null>(null);
  // Not a layout effect: the scroller belongs to a parent, whose ref is still empty then.
  useEffect(() => {
    const first = rows.current;
    const frame = scroller.current;
    if (!first || !frame) return;
    // The observer reports once by itself, after the browser's own layout: nothing is forced to be laid out early.
    const observer = new ResizeObserver(() =>
      setOffset(first.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop),
    );
    for (const element of elementsAbove(first, frame)) observer.observe(element);
    return () => observer.disconnect();
  }, [rows, scroller]);
  return offset;
}

/** Whose heights decide where an element begins within a frame. */
function elementsAbove(element: Element, frame: Element): Element[] {
  if (element === frame || !element.parentElement) return [];
  const siblings = [...element.parentElement.children];
  return [...siblings.slice(0, siblings.indexOf(element)), ...elementsAbove(element.parentElement, frame)];
}
