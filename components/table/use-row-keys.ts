"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Which way a key moves through the rows. */
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

type RowKeysOptions = {
  /** Holds the rows; each row has `data-index`, and a link. */
  container: RefObject<HTMLElement | null>;
  count: number;
  /** Brings a row into the document and into sight. */
  reveal: (index: number) => void;
};

/**
 * Moves the focus from row to row: `j` and `k` from anywhere outside a field, the arrows while nothing or a
 * row has the focus. The focused link is opened by Enter as any link is.
 */
export function useRowKeys({ container, count, reveal }: RowKeysOptions): void {
  const wanted = useRef<number | null>(null);

  // The wanted row may appear only with a later render, after it was scrolled to.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = container.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  useEffect(() => {
    function move(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isEditing(event.target) || count === 0) return;
      const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
      const inRows = focused && container.current?.contains(focused);
      if (event.key.startsWith("Arrow") && !inRows && document.activeElement !== document.body) return;
      event.preventDefault();
      const index = inRows ? Number(focused.dataset.index) + step : 0;
      const next = Math.min(Math.max(index, 0), count - 1);
      wanted.current = next;
      reveal(next);
      const link = container.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`);
      if (!link) return;
      wanted.current = null;
      link.focus({ preventScroll: true });
    }
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [container, count, reveal]);
}
