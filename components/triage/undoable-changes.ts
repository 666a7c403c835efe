import { useSyncExternalStore } from "react";

/** So many of the last changes can be taken back by key, one after the other. The history keeps all of them. */
const KEPT = 20;

/** A change made on this page: by the key of its order, and once the server has made it, by its id there. */
type Undoable = { readonly orderKey: string; readonly changeId: string | null };

/** Changes that can be taken back by key, or are still on their way; the newest last. */
let changes: readonly Undoable[] = [];
/** What the server made of orders, for an undo that was asked for before that was known. */
const made = new Map<string, string>();
const listeners = new Set<() => void>();

function replace(next: readonly Undoable[]): void {
  changes = next.slice(-KEPT);
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** An order is on its way: from now on the undo key means it. */
export function beginUndoable(orderKey: string): void {
  replace([...changes, { orderKey, changeId: null }]);
}

/** What became of an order. @param changeId null where nothing was changed: there is nothing to take back. */
export function settleUndoable(orderKey: string, changeId: string | null): void {
  if (changeId !== null) made.set(orderKey, changeId);
  replace(
    changes.flatMap((one) => {
      if (one.orderKey !== orderKey) return one;
      return changeId === null ? [] : { orderKey, changeId };
    }),
  );
}

/** Takes the newest one off the list. @returns the key of its order; null when there is none. */
export function takeNewest(): string | null {
  const newest = changes.at(-1);
  if (!newest) return null;
  replace(changes.slice(0, -1));
  return newest.orderKey;
}

/** The change that an order has become; null while it is on its way, and where nothing was changed. */
export function changeOf(orderKey: string): string | null {
  return made.get(orderKey) ?? null;
}

/** Puts one back that could not be taken back yet. */
export function restoreUndoable(changeId: string): void {
  const orderKey = [...made].find(([, id]) => id === changeId)?.[0];
  if (orderKey !== undefined) replace([...changes, { orderKey, changeId }]);
}

/** The change is being taken back in another way. */
export function forgetUndoable(changeId: string): void {
  replace(changes.filter((one) => one.changeId !== changeId));
}

const newest = () => changes.at(-1) ?? null;

/** Follows which change the undo key means; null for none. */
export function useNewestUndoable(): Undoable | null {
  return useSyncExternalStore(subscribe, newest, () => null);
}
