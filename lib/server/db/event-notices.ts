import type { Logger } from "pino";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import type { Listen } from "./listen";

/** The channel that the triggers of migrations/0000_initial.sql and 0002_work_notices.sql notify. */
const CHANNEL = "watchfloor_events";

/** Events that changed in one or several transactions; a list holds at most 100 ids. */
export type EventNotice = {
  readonly inserted: number;
  readonly updated: readonly string[];
  /** Changed events beyond those named. */
  readonly moreUpdated: number;
  /** Events whose notes, ticks or viewers changed. */
  readonly worked: readonly string[];
  /** Such events beyond those named. */
  readonly moreWorked: number;
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

export const NO_CHANGES: EventNotice = {
  inserted: 0,
  updated: [],
  moreUpdated: 0,
  worked: [],
  moreWorked: 0,
};

/** `insert:<number>:`, `update:<number>:<ids>` or `work:<number>:<ids>`, as the triggers write it. */
function readNotice(text: string): EventNotice | null {
  const [, kind, digits = "", list = ""] = /^(insert|update|work):(\d+):(.*)$/s.exec(text) ?? [];
  const number = Number(digits);
  const ids = list.split(",").filter((id) => id !== "");
  switch (kind) {
    case "insert":
      return { ...NO_CHANGES, inserted: number };
    case "update":
      return { ...NO_CHANGES, updated: ids, moreUpdated: number - ids.length };
    case "work":
      return { ...NO_CHANGES, worked: ids, moreWorked: number - ids.length };
    default:
      return null;
  }
}

/** Two notices as one, still with at most 100 ids. An event that is in both may be counted twice beyond these. */
export function joinNotices(a: EventNotice, b: EventNotice): EventNotice {
  const updated = joinIds([...a.updated, ...b.updated]);
  const worked = joinIds([...a.worked, ...b.worked]);
  return {
    inserted: a.inserted + b.inserted,
    updated: updated.named,
    moreUpdated: a.moreUpdated + b.moreUpdated + updated.more,
    worked: worked.named,
    moreWorked: a.moreWorked + b.moreWorked + worked.more,
  };
}

function joinIds(ids: readonly string[]): { readonly named: readonly string[]; readonly more: number } {
  const unique = [...new Set(ids)];
  return { named: unique.slice(0, MAX_NOTICED), more: Math.max(0, unique.length - MAX_NOTICED) };
}
