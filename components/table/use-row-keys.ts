"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";

type RowKeysOptions = {
  /** Holds the rows; each row has `data-index`, and a link. */
  container: RefObject<HTMLElement | null>;
  count: number;
  /** Brings a row into the document and into sight. */
  reveal: (index: number) => void;
  /** The row that had the focus when the rows were left; below 0 for none. */
  cursor: () => number;
};

export type RowKeys = {
  /** The row that has the focus, from 0. */
  readonly focusedIndex: () => number | null;
  /** Moves the focus by so many rows. @returns the row that has it then. */
  readonly move: (step: number) => number;
};

/**
 * Moves the focus from row to row: by letter from anywhere, by arrow while nothing or a row has the focus.
 * The focused link is opened by Enter as any link is.
 */
export function useRowKeys({ container, count, reveal, cursor }: RowKeysOptions): RowKeys {
  const wanted = useRef<number | null>(null);

  const linkOf = (index: number) =>
    container.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`) ?? null;
  function focusWanted() {
    const link = wanted.current === null ? null : linkOf(wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  }
  // The wanted row may appear only with a later render, after it was scrolled to.
  useEffect(focusWanted);

  const returning = useRef(true);
  // With every render until the row is there: after a reload it is read later than the first ones.
  useEffect(() => {
    if (!returning.current || document.activeElement !== document.body) return;
    const index = cursor();
    if (index >= 0 && linkOf(index)) {
      wanted.current = index;
      focusWanted();
    }
  });
  useEffect(() => {
    const stay = () => {
      returning.current = false;
    };
    const acts = ["keydown", "pointerdown", "focusin"] as const;
    for (const act of acts) window.addEventListener(act, stay, { once: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, stay);
    };
  }, []);

  function focusedIndex(): number | null {
    const row = document.activeElement?.closest<HTMLElement>("[data-index]") ?? null;
    return row && container.current?.contains(row) ? Number(row.dataset.index) : null;
  }

  function move(step: number): number {
    const from = focusedIndex();
    // Without the focus, the row that had it is meant again: Back leaves the focus where it is.
    const index = from === null ? cursor() : from + step;
    const target = Math.min(Math.max(index, 0), count - 1);
    wanted.current = target;
    reveal(target);
    focusWanted();
    return target;
  }

  const when = (event: KeyboardEvent) =>
    !event.key.startsWith("Arrow") || focusedIndex() !== null || document.activeElement === document.body;
  const options = { enabled: count > 0, when };
  useShortcut("nextRow", () => move(1), options);
  useShortcut("previousRow", () => move(-1), options);
  return { focusedIndex, move };
}
