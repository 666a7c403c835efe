import type { QueryClient } from "@tanstack/react-query";
import { readAgain } from "@/components/ui/read-again";
import type { StreamMessage } from "@/lib/api/event-changes";

/** What people do on an event beside its status, each read by a query of its own. */
type WorkPart = "notes" | "checklist" | "viewers";

const WORK_KEY = "event-work";

/** Where the data cache keeps a part of the work on an event. */
export const workKey = (part: WorkPart, eventId: string) => [WORK_KEY, eventId, part] as const;

/** Reads again what is shown of the work on the events that a message of the live stream names. */
export function invalidateWork(client: QueryClient, message: StreamMessage): void {
  if (message.type === "resync" || (message.type === "work" && message.more > 0)) {
    readAgain(client, [WORK_KEY]);
  } else if (message.type === "work") {
    for (const id of message.events) readAgain(client, [WORK_KEY, id]);
  }
}
