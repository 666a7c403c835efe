import { type ComponentType, useSyncExternalStore } from "react";

/** How long a part that could not be loaded is left alone before it is tried once more, milliseconds. */
const AGAIN_AFTER = 700;

let missing = false;
const listeners = new Set<() => void>();

function setMissing(next: boolean): void {
  missing = next;
  for (const tell of listeners) tell();
}

/** The same outside of rendering. */
export const isPartMissing = (): boolean => missing;

/** @returns what ends it. */
export function onMissingPart(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether a part of the page that was asked for is not there: the network is away, or the server is another one by now. */
export function useMissingPart(): boolean {
  return useSyncExternalStore(onMissingPart, isPartMissing, () => false);
}

/** Loads a part of the page, twice if it has to be. @returns null when it cannot be loaded; the page then says so. */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part | null> {
  try {
    return await load().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      return load();
    });
  } catch {
    setMissing(true);
    return null;
  }
}

/** A part for `dynamic`: one that cannot be loaded leaves its place empty instead of taking the page away. */
export function orNothing<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): () => Promise<ComponentType<Props>> {
  return async () => (await loadPart(load)) ?? Nothing;
}

function Nothing() {
  return null;
}
