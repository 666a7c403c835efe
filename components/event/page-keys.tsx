"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { eventHref } from "@/components/events/event-href";
import { findNeighbour } from "@/components/events/find-neighbour";
import { useShortcut } from "@/components/keyboard/use-shortcut";

type PageKeysProps = { eventId: string; queueHref: string };

/** The keys of an event's page: back to the queue, and on to the event's neighbours there. Shows nothing. */
export function PageKeys({ eventId, queueHref }: PageKeysProps) {
  const router = useRouter();
  const client = useQueryClient();
  const go = (which: "previousId" | "nextId") => async () => {
    // A key that leads nowhere just now can be pressed again.
    const id = await findNeighbour(client, queueHref, eventId, which).catch(() => null);
    if (id) router.replace(eventHref(id));
  };
  useShortcut("close", () => router.push(queueHref));
  useShortcut("nextEvent", go("nextId"));
  useShortcut("previousEvent", go("previousId"));
  return null;
}
