"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import type { SecurityEvent } from "@/lib/events/event";
import { newerEvent } from "@/lib/events/newer-event";
import { patchRows } from "./patch-rows";
import { readRows } from "./queue-queries";

/** Rows further down than this are read again when the list is. */
const MOST_REFRESHED = 500;

/** Reads shown rows again. While a reading is under way, what is asked for meanwhile waits and becomes one more. */
export function useRowRefresh(): (ids: readonly string[]) => Promise<void> {
  const client = useQueryClient();
  const waiting = useRef<Set<string> | null>(null);
  return useCallback(
    async (ids) => {
      if (waiting.current) {
        for (const id of ids) waiting.current.add(id);
        return;
      }
      for (let wanted = new Set(ids); wanted.size > 0; wanted = waiting.current) {
        waiting.current = new Set<string>();
        const list = [...wanted].slice(0, MOST_REFRESHED);
        for (let start = 0; start < list.length; start += MAX_NOTICED) {
          // What cannot be read now is read with the next notice: the row is old, not wrong.
          const { items } = await readRows(list.slice(start, start + MAX_NOTICED)).catch(() => ({
            items: [] satisfies SecurityEvent[],
          }));
          const byId = new Map<string, SecurityEvent>(items.map((event) => [event.id, event]));
          patchRows(client, (shown) => newerEvent(byId.get(shown.id), shown), "anybody");
        }
      }
      waiting.current = null;
    },
    [client],
  );
}
