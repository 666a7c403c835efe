"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useEffectEvent } from "react";
import type { SecurityEvent } from "@/lib/events/event";

/** Whoever stays so long on a row may open it, milliseconds; passing over it reads nothing. */
const STAYING = 80;

/** Reads the event of the row that the pointer or the focus stays on, so that it opens at once. */
export function useEventPrefetch(
  rows: readonly SecurityEvent[],
  container: RefObject<HTMLElement | null>,
): void {
  const client = useQueryClient();
  const prefetch = useEffectEvent(async (target: EventTarget | null) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
    const event = rows[Number(row?.dataset.index ?? -1)];
    if (!event) return;
    const { prefetchEvent } = await import("@/components/event-panel/lazy-event-panel");
    await prefetchEvent(client, event.id);
  });
  useEffect(() => {
    const element = container.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stay = ({ target }: Event) => {
      clearTimeout(timer);
      // What fails now is told when the event is opened.
      timer = setTimeout(() => prefetch(target).catch(() => {}), STAYING);
    };
    element?.addEventListener("pointerover", stay);
    element?.addEventListener("focusin", stay);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("pointerover", stay);
      element?.removeEventListener("focusin", stay);
    };
  }, [container]);
}
