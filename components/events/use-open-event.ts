"use client";

import { debounce, parseAsString, useQueryState } from "nuqs";
import { useCallback } from "react";
import { EVENT_PARAMETER } from "./queue-view";

/** The address follows when the event is on the screen, milliseconds: the router renders everything for it. */
const ADDRESS_LATER = debounce(100);

/** The event that is open beside the list. It stands in the URL: what is shown is a link. */
export function useOpenEvent() {
  const [named, setEventId] = useQueryState(EVENT_PARAMETER, parseAsString);
  const eventId = named === "" ? null : named;
  /** Back closes it again; going on to another event is no further step. */
  const open = useCallback(
    (id: string) =>
      void setEventId(id, {
        history: eventId === null ? "push" : "replace",
        limitUrlUpdates: ADDRESS_LATER,
      }),
    [setEventId, eventId],
  );
  const close = useCallback(() => void setEventId(null, { history: "replace" }), [setEventId]);
  return { eventId, open, close };
}
