"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";

type RowKeysOptions = {
  /** Holds the rows; each row has `data-index`, and a link. */
  container: RefObject<HTMLElement | null>;
  count: number;
  /** Brings a row into the document and into sight. */
  reveal: (index: number) => void;
};

/**
 * Moves the focus from row to row: by letter from anywhere, by arrow while nothing or a row has the focus.
 * The focused link is opened by Enter as any link is.
 */
export function useRowKeys({ container, count, reveal }: RowKeysOptions): void {
  const wanted = useRef<number | null>(null);

  function focusWanted() {
    if (wanted.current === null) return;
    const link = container.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  }
  // The wanted row may appear only with a later render, after it was scrolled to.
  useEffect(focusWanted);

  function focusedRow(): HTMLElement | null {
    const row = document.activeElement?.closest<HTMLElement>("[data-index]") ?? null;
    return container.current?.contains(row) ? row : null;
  }

  function move(step: number) {
    const row = focusedRow();
    const index = row ? Number(row.dataset.index) + step : 0;
    wanted.current = Math.min(Math.max(index, 0), count - 1);
    reveal(wanted.current);
    focusWanted();
  }

  const when = (event: KeyboardEvent) =>
    !event.key.startsWith("Arrow") || focusedRow() !== null || document.activeElement === document.body;
  const options = { enabled: count > 0, when };
  useShortcut("nextRow", () => move(1), options);
  useShortcut("previousRow", () => move(-1), options);
}
