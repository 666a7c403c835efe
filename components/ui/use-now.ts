"use client";

import { useEffect, useState } from "react";

/**
 * The current time, renewed regularly.
 * @param renderedAt ISO 8601: when the server rendered, so that the first render in the browser is the same.
 */
export function useNow(renderedAt: string, everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
