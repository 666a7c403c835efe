"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { eventViewersSchema, VIEWER_HEARTBEAT_MS } from "@/lib/api/event-work";
import { JSON_TYPE } from "@/lib/api/media-type";
import { sendJson } from "@/lib/api/send-json";
import { workKey } from "./work-keys";

let ownTab: string | undefined;

/** This tab, for as long as the page is not reloaded. */
function thisTab(): string {
  ownTab ??= crypto.randomUUID();
  return ownTab;
}

/** Nobody waits for the answer, and the page may be gone before it comes. */
function leave(path: string): void {
  const body = JSON.stringify({ tab: thisTab(), leaving: true });
  void fetch(path, { method: "POST", keepalive: true, headers: { "content-type": JSON_TYPE }, body }).catch(
    () => {},
  );
}

/**
 * Says that this person has the event open, again and again while the page is in sight, and tells who else has.
 * Not knowing is no failure of the page: then nobody is named.
 */
export function useEventViewers(eventId: string) {
  const path = `/api/events/${encodeURIComponent(eventId)}/viewers`;
  useEffect(() => {
    const goodbye = () => leave(path);
    window.addEventListener("pagehide", goodbye);
    return () => {
      window.removeEventListener("pagehide", goodbye);
      goodbye();
    };
  }, [path]);
  const { data } = useQuery({
    queryKey: workKey("viewers", eventId),
    queryFn: () => sendJson("POST", path, eventViewersSchema, { tab: thisTab() }),
    refetchInterval: VIEWER_HEARTBEAT_MS,
    gcTime: 0,
    retry: false,
  });
  return data?.viewers ?? [];
}
