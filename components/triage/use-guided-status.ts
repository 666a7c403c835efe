"use client";

import { useQuery } from "@tanstack/react-query";
import { collectTyping } from "@/components/keyboard/early-typing";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { DEFAULT_POLICY, requiredWith } from "@/lib/api/policy";
import type { Status } from "@/lib/events/status";
import { settingsQuery } from "./settings-query";
import { useNewestUndoable } from "./undoable-changes";
import { useKeptOrder } from "./use-kept-order";
import { isBulk, type StatusOrder, useStatusChange } from "./use-status-change";

/**
 * Sets a status at once where nothing more is needed, and asks first for the note or the reason that the
 * installation's policy wants, or when many events are meant. The undo key takes back what was set, the newest first. A policy
 * that cannot be read asks nothing: the server then says what is missing.
 * @param place the screen that asks: one page has several.
 */
export function useGuidedStatus(place: string) {
  const triage = useStatusChange();
  const settings = useQuery(settingsQuery);
  const policy = settings.data?.settings.policy ?? DEFAULT_POLICY;
  const [asked, keep] = useKeptOrder(place);
  const undoable = useNewestUndoable();
  useShortcut("undo", triage.undoNewest, { enabled: undoable !== null || triage.pending });
  const requiredFor = (status: Status) => requiredWith(status, policy);

  function ask(order: StatusOrder | null) {
    // Whoever knows that a note is wanted begins to type it.
    if (order !== null && asked === null) collectTyping(() => keep(null));
    keep(order);
  }

  return {
    ...triage,
    requiredFor,
    /** What waits for its note and reason. */
    asked,
    /** Asks for note and reason, required or not; `null` no longer. */
    ask,
    set(order: StatusOrder) {
      const { note, reason } = requiredFor(order.status);
      if (note || reason || isBulk(order.target)) ask(order);
      else triage.change(order);
    },
    /** Sends what was asked for. */
    submit(order: StatusOrder) {
      keep(null);
      triage.change(order);
    },
  };
}

export type GuidedStatus = ReturnType<typeof useGuidedStatus>;
