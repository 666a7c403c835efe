"use client";

import { readLocalStorageValue, useLocalStorage } from "@mantine/hooks";

const STORED = { key: "watchfloor-single-key-shortcuts", defaultValue: true };

/** Whether keys without a modifier act, and how to change it; remembered by the browser. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage(STORED);
  return [on, setOn];
}

/** The same outside of a render. */
export function readSingleKeys(): boolean {
  return readLocalStorageValue(STORED);
}
