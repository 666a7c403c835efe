"use client";

import { useHotkeys } from "@mantine/hooks";
import type { RefObject } from "react";

/** `/` puts the cursor into the search box, from anywhere outside a field. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useHotkeys([["/", () => input.current?.focus()]]);
}
