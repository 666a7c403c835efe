import type { EventResponse } from "@/lib/api/event-detail";

/** What the event page shows. The raw record comes beside it as text, because parsing JSON loses big numbers. */
export type ShownEvent = Omit<EventResponse, "raw">;
