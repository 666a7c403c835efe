"use client";

import { useEffect, useState } from "react";

/** The longest that something is put off, milliseconds. */
const LONGEST_WAIT = 1_500;

/** Whether the browser has had nothing better to do since the component appeared: for what may come last. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    // Safari has no idle callback; a task after the first paint is the next best.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(() => setIdle(true), 50);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIdle(true), { timeout: LONGEST_WAIT });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}
