"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { eventHref } from "@/components/events/event-href";
import { findNeighbour } from "@/components/events/find-neighbour";
import { useShortcut } from "@/components/keyboard/use-shortcut";

type PageKeysProps = { eventId: string; queueHref: string };

/** The keys of an event's page: back to the queue, and on to the event's neighbours there. Shows nothing. */
export function PageKeys({ eventId, queueHref }: PageKeysProps) {
  const router = useRouter();
  const client = useQueryClient();
  const stays = useRef<string | null>(null);
  useEffect(() => {
    stays.current = eventId;
    return () => {
      stays.current = null;
    };
  }, [eventId]);
  const go = (which: "previousId" | "nextId") => async () => {
    // A key that leads nowhere just now can be pressed again.
    const id = await findNeighbour(client, queueHref, eventId, which).catch(() => null);
    // Whoever has left meanwhile is not taken back.
    if (id && stays.current === eventId) router.replace(eventHref(id));
  };
  useShortcut("close", () => {
    stays.current = null;
    router.push(queueHref);
  });
  useShortcut("nextEvent", go("nextId"));
  useShortcut("previousEvent", go("previousId"));
  return null;
}
