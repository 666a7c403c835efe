import type { StreamMessage } from "@/lib/api/event-changes";
import type { Clock } from "@/lib/server/clock";
import { type EventNotice, joinNotices, NO_CHANGES } from "@/lib/server/db/event-notices";

/** How often what happens, milliseconds. */
export type StreamTiming = {
  /** Changes within this time become one message. */
  readonly gather: number;
  /** A sign of life, so that proxies keep the connection; who has not read by then is disconnected. */
  readonly heartbeat: number;
  /** Whether the reader may still listen. */
  readonly recheck: number;
};

/** A sign of life that a page can see, which it cannot of a comment. */
const ALIVE = "event: alive\ndata: {}\n\n";

export const STREAM_TIMING: StreamTiming = { gather: 250, heartbeat: 15_000, recheck: 4_000 };

/** What waits for a slow reader, bytes; more changes are then gathered, never queued. */
const BUFFER_BYTES = 64 * 1024;
/** What the browser waits before it connects again, milliseconds. */
const RECONNECT_MS = 2_000;

type LiveStreamOptions = {
  readonly clock: Clock;
  readonly timing: StreamTiming;
  readonly stillAllowed: () => Promise<boolean>;
  /** Called once, when the stream has ended, whatever ended it. */
  readonly onEnd: () => void;
};

/** One reader's messages in the format of server-sent events (text/event-stream). */
export class LiveStream {
  readonly body: ReadableStream<Uint8Array>;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly encoder = new TextEncoder();
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private gathering: NodeJS.Timeout | null = null;
  private changes: EventNotice = NO_CHANGES;
  private lost = false;

  constructor(private readonly options: LiveStreamOptions) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => this.start(controller),
        pull: () => this.flushSoon(),
        cancel: () => this.stop(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: BUFFER_BYTES }),
    );
  }

  /** Events have changed. */
  tell(notice: EventNotice): void {
    this.changes = joinNotices(this.changes, notice);
    this.flushSoon();
  }

  /** Changes may have been missed. */
  tellLost(): void {
    this.lost = true;
    this.flushSoon();
  }

  end(reason: Extract<StreamMessage, { type: "end" }>["reason"]): void {
    if (!this.controller) return;
    this.send({ type: "end", reason });
    this.close();
  }

  private start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { timing } = this.options;
    this.controller = controller;
    this.write(`retry: ${RECONNECT_MS}\n\n`);
    this.send({ type: "resync", at: this.now() });
    this.repeat(timing.heartbeat, () => this.beat());
    this.repeat(timing.recheck, () => void this.recheck());
  }

  private repeat(every: number, act: () => void): void {
    const timer = setInterval(act, every);
    // A reader must not keep a process alive that has nothing else to do.
    timer.unref();
    this.timers.push(timer);
  }

  private beat(): void {
    if (this.hasRoom()) this.write(ALIVE);
    else this.close();
  }

  private async recheck(): Promise<void> {
    // Without an answer (the database is down) the reader connects again, and is asked who it is.
    const allowed = await this.options.stillAllowed().catch(() => null);
    if (allowed === null) this.close();
    else if (!allowed) this.end("session-ended");
  }

  private flushSoon(): void {
    if (this.gathering || !this.controller || !this.hasNews()) return;
    this.gathering = setTimeout(() => {
      this.gathering = null;
      this.flush();
    }, this.options.timing.gather);
    this.gathering.unref();
  }

  private hasNews(): boolean {
    return this.lost || this.hasEvents() || this.changes.worked.length > 0;
  }

  private hasEvents(): boolean {
    return this.changes.inserted > 0 || this.changes.updated.length > 0;
  }

  private flush(): void {
    // Without room the changes go on gathering, until the reader pulls.
    if (!this.hasRoom() || !this.hasNews()) return;
    const at = this.now();
    const { inserted, updated, moreUpdated, worked, moreWorked } = this.changes;
    if (this.lost) this.send({ type: "resync", at });
    else {
      if (this.hasEvents()) this.send({ type: "events", at, inserted, updated: [...updated], moreUpdated });
      if (worked.length > 0) this.send({ type: "work", at, events: [...worked], more: moreWorked });
    }
    this.lost = false;
    this.changes = NO_CHANGES;
  }

  private now(): string {
    return this.options.clock().toISOString();
  }

  private hasRoom(): boolean {
    return (this.controller?.desiredSize ?? 0) > 0;
  }

  private send(message: StreamMessage): void {
    this.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  private write(text: string): void {
    this.controller?.enqueue(this.encoder.encode(text));
  }

  private close(): void {
    this.controller?.close();
    this.stop();
  }

  private stop(): void {
    if (!this.controller) return;
    this.controller = null;
    for (const timer of this.timers) clearInterval(timer);
    if (this.gathering) clearTimeout(this.gathering);
    this.options.onEnd();
  }
}
