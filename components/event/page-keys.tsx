"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { eventHref } from "@/components/events/event-href";
import { knownNeighbours } from "@/components/events/known-neighbours";
import { useShortcut } from "@/components/keyboard/use-shortcut";

type PageKeysProps = { eventId: string; queueHref: string };

/** The keys of an event's page: back to the queue, and on to the event's neighbours there. Shows nothing. */
export function PageKeys({ eventId, queueHref }: PageKeysProps) {
  const router = useRouter();
  const client = useQueryClient();
  const go = (which: "previousId" | "nextId") => () => {
    const id = knownNeighbours(client, queueHref, eventId)[which];
    if (id) router.replace(eventHref(id));
  };
  useShortcut("close", () => router.push(queueHref));
  useShortcut("nextEvent", go("nextId"));
  useShortcut("previousEvent", go("previousId"));
  return null;
}
