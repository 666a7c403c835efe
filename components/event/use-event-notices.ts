"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveStream } from "@/components/events/use-live-stream";
import { eventRowKey } from "./use-event-row";
import { invalidateWork } from "./work-keys";

/** Reads an event again when the server tells that somebody changed it, or works on it. The queue does so for its own rows. */
export function useEventNotices(eventId: string): void {
  const client = useQueryClient();
  useLiveStream(true, (message) => {
    if (message.type === "end") return;
    invalidateWork(client, message);
    if (message.type === "work") return;
    const concerned =
      message.type === "resync" || message.moreUpdated > 0 || message.updated.includes(eventId);
    if (concerned) void client.invalidateQueries({ queryKey: eventRowKey(eventId) });
  });
}
