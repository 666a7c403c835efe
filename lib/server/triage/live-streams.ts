import type { Clock } from "@/lib/server/clock";
import type { EventNotices } from "@/lib/server/db/event-notices";
import { ProblemError } from "@/lib/server/http/problem-error";
import { LiveStream, STREAM_TIMING, type StreamTiming } from "./live-stream";

/** More tabs than anyone looks at. */
export const MAX_STREAMS_PER_USER = 20;

/** The readers of live changes in this process. */
export type LiveStreams = {
  /**
   * A reader's messages, beginning with `resync`: what is read from the index after it misses nothing.
   * @throws ProblemError rate-limited
   */
  open(reader: {
    readonly userId: string;
    /** Asked again and again; the stream ends with the first no. */
    readonly stillAllowed: () => Promise<boolean>;
  }): Promise<ReadableStream<Uint8Array>>;
  /** Ends them all: the server stops. */
  close(): void;
};

export function createLiveStreams(
  notices: EventNotices,
  clock: Clock,
  timing: StreamTiming = STREAM_TIMING,
): LiveStreams {
  const byUser = new Map<string, Set<LiveStream>>();
  const refuse = () => {
    const detail = `At most ${MAX_STREAMS_PER_USER} live connections are open per person. Close some tabs.`;
    return new ProblemError("rate-limited", detail, { headers: { "retry-after": "30" } });
  };

  return {
    async open({ userId, stillAllowed }) {
      await notices.ready();
      const streams = byUser.get(userId) ?? new Set();
      if (streams.size >= MAX_STREAMS_PER_USER) throw refuse();
      byUser.set(userId, streams);
      const stream = new LiveStream({
        clock,
        timing,
        stillAllowed,
        onEnd() {
          unsubscribe();
          streams.delete(stream);
          if (streams.size === 0) byUser.delete(userId);
        },
      });
      const unsubscribe = notices.subscribe({
        onChange: (notice) => stream.tell(notice),
        onResume: () => stream.tellLost(),
      });
      streams.add(stream);
      return stream.body;
    },
    close() {
      for (const stream of [...byUser.values()].flatMap((streams) => [...streams])) {
        stream.end("server-stopping");
      }
    },
  };
}
