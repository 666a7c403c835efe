"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { answerWith } from "@/lib/api/answer-reader";
import type { StreamMessage } from "@/lib/api/event-changes";

const STREAM = "/api/events/stream";
/** After the server said goodbye, the stream is opened again so much later, milliseconds. */
const REOPEN = 5_000;

/**
 * Listens to the server's notices of changed events, while the page is in sight: browsers allow few
 * connections to one host, and a hidden page needs none.
 * @returns whether the notices arrive; while not, the caller has to ask by itself.
 */
export function useLiveStream(enabled: boolean, onMessage: (message: StreamMessage) => void): boolean {
  const [connected, setConnected] = useState(false);
  const tell = useEffectEvent(onMessage);

  useEffect(() => {
    if (!enabled) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function close() {
      clearTimeout(timer);
      source?.close();
      source = null;
      setConnected(false);
    }
    function open() {
      close();
      source = new EventSource(STREAM);
      source.onopen = () => setConnected(true);
      source.onerror = () => setConnected(false);
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const message = readMessage(data);
        if (!message) return;
        if (message.type !== "end") return tell(message);
        close();
        if (message.reason === "server-stopping") timer = setTimeout(open, REOPEN);
      };
    }
    const follow = () => (document.hidden ? close() : open());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [enabled]);

  return connected;
}

/** What each kind of notice holds. */
const NOTICES = {
  events: answerWith<StreamMessage & { type: "events" }>("inserted", "updated", "moreUpdated"),
  work: answerWith<StreamMessage & { type: "work" }>("events", "more"),
  resync: answerWith<StreamMessage & { type: "resync" }>("at"),
  end: answerWith<StreamMessage & { type: "end" }>("reason"),
} satisfies Record<StreamMessage["type"], unknown>;
const anyNotice = answerWith<StreamMessage>("type");

/** A notice of another version of the server is left alone. */
function readMessage(data: string): StreamMessage | null {
  try {
    const message: unknown = JSON.parse(data);
    const notice = anyNotice.safeParse(message);
    const known = notice.success ? NOTICES[notice.data.type]?.safeParse(message) : null;
    return known?.success ? known.data : null;
  } catch {
    return null;
  }
}
