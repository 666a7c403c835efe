"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { answerWith } from "@/lib/api/answer-reader";
import type { StreamMessage } from "@/lib/api/event-changes";

const STREAM = "/api/events/stream";
/** After the server said goodbye, the stream is opened again so much later, milliseconds. */
const REOPEN = 5_000;
/** The server gives a sign of life every 15 seconds; without any for so long it is stuck, milliseconds. */
const SILENCE = 25_000;

/** How the server's notices arrive. */
export type StreamState = "open" | "silent" | "closed";

/**
 * Listens to the server's notices of changed events, while the page is in sight: browsers allow few
 * connections to one host, and a hidden page needs none.
 * @returns whether the notices arrive; while not, the caller has to ask by itself. "silent" where the server holds the
 *   connection and gives no sign of life any more.
 */
export function useLiveStream(enabled: boolean, onMessage: (message: StreamMessage) => void): StreamState {
  const [state, setState] = useState<StreamState>("closed");
  const tell = useEffectEvent(onMessage);

  useEffect(() => {
    if (!enabled) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (after: number, then: StreamState) => {
      clearTimeout(timer);
      timer = setTimeout(() => open(then), after);
    };
    const alive = () => again(SILENCE, "silent");
    function close(as: StreamState = "closed") {
      clearTimeout(timer);
      source?.close();
      source = null;
      setState(as);
    }
    function open(as: StreamState = "closed") {
      close(as);
      source = new EventSource(STREAM);
      source.onopen = () => {
        setState("open");
        alive();
      };
      source.addEventListener("alive", alive);
      source.onerror = () => setState("closed");
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const message = readMessage(data);
        if (!message) return;
        if (message.type !== "end") {
          alive();
          return tell(message);
        }
        close();
        if (message.reason === "server-stopping") again(REOPEN, "closed");
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

  return state;
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
