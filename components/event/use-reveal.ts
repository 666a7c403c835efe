"use client";

import { useMutation } from "@tanstack/react-query";
import { fetchJson } from "@/lib/api/fetch-json";
import { revealResponseSchema } from "@/lib/api/reveal";

/**
 * Asks for what is masked in an event, which the server records under the person's name. What was revealed is
 * kept by this screen alone: the next visit shows it masked again.
 */
export function useReveal(eventId: string) {
  return useMutation({
    mutationFn: () =>
      fetchJson(`/api/events/${encodeURIComponent(eventId)}/reveal`, revealResponseSchema, {
        method: "POST",
      }),
    gcTime: 0,
  });
}

export type Reveal = ReturnType<typeof useReveal>;
