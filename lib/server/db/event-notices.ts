import type { Logger } from "pino";
import { MAX_NOTICED } from "@/lib/api/event-changes";
import type { Listen } from "./listen";

/** The channel that the triggers of migrations/0000_initial.sql notify. */
const CHANNEL = "watchfloor_events";

/** Events that changed in one or several transactions; `updated` holds at most 100 ids. */
export type EventNotice = {
  readonly inserted: number;
  readonly updated: readonly string[];
  /** Changed events beyond those named. */
  readonly moreUpdated: number;
};

export type EventListener = {
  readonly onChange: (notice: EventNotice) => void;
  /** Notices may have been lost. */
  readonly onResume: () => void;
};

/** Tells who listens of every committed change of events, whichever process made it. */
export type EventNotices = {
  /** @returns what ends it. */
  subscribe(listener: EventListener): () => void;
  /** Resolves when notices are heard: what is committed afterwards will be told. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** Begins to listen to the database with the first subscriber, and goes on until it is closed. */
export function createEventNotices(listen: Listen, logger: Logger): EventNotices {
  const listeners = new Set<EventListener>();
  let listening: Promise<() => Promise<void>> | null = null;

  const start = () => {
    listening ??= listen(CHANNEL, {
      onNotice(text) {
        const notice = readNotice(text);
        if (notice === null) logger.warn({ text }, "A notice of changed events cannot be read");
        else for (const listener of listeners) listener.onChange(notice);
      },
      onResume() {
        for (const listener of listeners) listener.onResume();
      },
    }).catch((error: unknown) => {
      listening = null;
      throw error;
    });
    return listening;
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ready() {
      await start();
    },
    async close() {
      listeners.clear();
      const stop = await listening?.catch(() => null);
      await stop?.();
    },
  };
}

/** `insert:<number>:` or `update:<number>:<ids>`, as the trigger writes it. */
function readNotice(text: string): EventNotice | null {
  const [, kind, number = "", ids = ""] = /^(insert|update):(\d+):(.*)$/s.exec(text) ?? [];
  if (kind === "insert") return { inserted: Number(number), updated: [], moreUpdated: 0 };
  if (kind !== "update") return null;
  const updated = ids.split(",").filter((id) => id !== "");
  return { inserted: 0, updated, moreUpdated: Number(number) - updated.length };
}

export const NO_CHANGES: EventNotice = { inserted: 0, updated: [], moreUpdated: 0 };

/** Two notices as one, still with at most 100 ids. An event that is in both may be counted twice beyond these. */
export function joinNotices(a: EventNotice, b: EventNotice): EventNotice {
  const ids = [...new Set([...a.updated, ...b.updated])];
  return {
    inserted: a.inserted + b.inserted,
    updated: ids.slice(0, MAX_NOTICED),
    moreUpdated: a.moreUpdated + b.moreUpdated + Math.max(0, ids.length - MAX_NOTICED),
  };
}
