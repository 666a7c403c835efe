"use client";

import type { RefObject } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";

/** Begins a new term behind those that are there: what is typed next must not grow together with the last one. */
function beginTerm(input: HTMLInputElement): void {
  input.focus();
  const end = input.value.length;
  input.setSelectionRange(end, end);
  if (end === 0 || input.value.endsWith(" ")) return;
  input.setRangeText(" ", end, end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts the cursor into the search box, from anywhere outside a field. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useShortcut("focusSearch", () => input.current && beginTerm(input.current));
}
