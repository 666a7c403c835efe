"use client";

import { useState } from "react";
import type { SecurityEvent } from "@/lib/events/event";
import { standsBefore } from "@/lib/events/position";
import type { EventView } from "@/lib/events/query";
import { readRows } from "./queue-queries";

const NONE: ReadonlySet<string> = new Set();

/**
 * Events that came to stand among the rows of a list after these were read: reopened, or active again. Reading on
 * never meets them, and they are no new events: without this nobody would see that they are missing.
 * @param reading names the reading of the list that the rows are of.
 */
export function usePassedRows(view: EventView, reading: string) {
  const [kept, setKept] = useState({ reading, passed: NONE });
  if (kept.reading !== reading) setKept({ reading, passed: NONE });

  /**
   * Looks whether changed events that are not shown belong among the rows.
   * @param end the last row as it was read; null where there is nothing after it.
   */
  async function look(ids: readonly string[], end: SecurityEvent | null): Promise<void> {
    // What cannot be read now is met with the next reading of the list.
    const { items } = await readRows(ids, view.filter).catch(() => ({ items: [] }));
    const found = items.filter((event) => end === null || standsBefore(event, end, view.sort));
    setKept((last) => {
      if (last.reading !== reading) return last;
      const others = [...last.passed].filter((id) => !ids.includes(id));
      return { reading, passed: new Set([...others, ...found.map(({ id }) => id)]) };
    });
  }
  return { passed: kept.passed, look };
}
