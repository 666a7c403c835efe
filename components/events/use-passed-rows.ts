"use client";

import { useState } from "react";
import type { SecurityEvent } from "@/lib/events/event";
import { comesBefore, type Position, positionOf } from "@/lib/events/position";
import type { EventView } from "@/lib/events/query";
import { readRows } from "./queue-queries";

const NONE: ReadonlyMap<string, Position> = new Map();

/**
 * Changed events that may have come to stand among the rows of a list after these were read: reopened, or active
 * again. Reading on never meets them, and they are no new events: without this nobody would see that they are missing.
 * @param reading names the reading of the list that the rows are of.
 */
export function usePassedRows(view: EventView, reading: string) {
  const [kept, setKept] = useState({ reading, moved: NONE });
  if (kept.reading !== reading) setKept({ reading, moved: NONE });

  /** Looks where changed events that are not shown stand now. */
  async function look(ids: readonly string[]): Promise<void> {
    // What cannot be read now is met with the next reading of the list.
    const { items } = await readRows(ids, view.filter).catch(() => ({ items: [] }));
    setKept((last) => {
      if (last.reading !== reading) return last;
      const moved = new Map(last.moved);
      for (const id of ids) moved.delete(id);
      for (const event of items) moved.set(event.id, positionOf(event, view.sort));
      return { reading, moved };
    });
  }

  /**
   * The events that rows up to here passed over. Asked anew with every page: one of these may have been on its way
   * while the event moved.
   * @param end the last row as it was read; null where there is nothing after it.
   */
  function passedBy(end: SecurityEvent | null): string[] {
    const until = end && positionOf(end, view.sort);
    const passed = [...kept.moved.values()].filter(
      (place) => until === null || comesBefore(place, until, view.sort),
    );
    return passed.map(({ id }) => id);
  }
  return { passedBy, look };
}
