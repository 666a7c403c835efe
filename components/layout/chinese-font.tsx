"use client";

import { useEffect } from "react";
import { useIdle } from "@/components/ui/use-idle";

/** Brings Chinese characters to machines that have no font for them, after all that the reader waits for. */
export function ChineseFont() {
  const idle = useIdle();
  useEffect(() => {
    // Without them the machine's own font has to do.
    if (idle) import("./chinese-font-faces").catch(() => {});
  }, [idle]);
  return null;
}
