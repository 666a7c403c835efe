import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives back the focus that a button lost by being switched off while what it asked for was on the way. Whoever has gone
 * elsewhere meanwhile stays there.
 * @param places selectors within the area; the first that leads to something has the focus.
 */
export function useLostFocus(
  area: RefObject<HTMLElement | null>,
  pending: boolean,
  places: readonly string[],
): void {
  const wasPending = useRef(false);
  useEffect(() => {
    const answered = wasPending.current && !pending;
    wasPending.current = pending;
    if (!answered || document.activeElement !== document.body) return;
    for (const place of places) {
      const found = area.current?.querySelector<HTMLElement>(place);
      if (found) return found.focus();
    }
  }, [area, pending, places]);
}
