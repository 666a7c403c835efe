"use client";

import type { RefObject } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";

/** Puts the cursor into the search box, from anywhere outside a field. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useShortcut("focusSearch", () => input.current?.focus());
}
