"use client";

import type { RefObject } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";

/**
 * Leads to the filters, from anywhere but a row: there the same key asks for the row's values.
 * @param sidebar null where the filters come in a sheet, which `openSheet` opens.
 */
export function useFilterKey(sidebar: RefObject<HTMLElement | null> | null, openSheet: () => void): void {
  useShortcut(
    "filter",
    () => {
      if (sidebar) sidebar.current?.querySelector<HTMLElement>("button, input")?.focus();
      else openSheet();
    },
    { when: () => !document.activeElement?.closest("[data-index]") },
  );
}
