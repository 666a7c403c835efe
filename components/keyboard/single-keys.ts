"use client";

import { usePreferences } from "@/components/preferences/preferences-provider";

// The keyboard is listened to outside of React.
let singleKeysOn = true;

/** Makes keys without a modifier act, or not. */
export function applySingleKeys(on: boolean): void {
  singleKeysOn = on;
}

/** Whether keys without a modifier act; for a key that was just pressed. */
export function readSingleKeys(): boolean {
  return singleKeysOn;
}

/** Whether keys without a modifier act, and how to change it; remembered for the person. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const { preferences, change } = usePreferences();
  return [preferences.singleKeyShortcuts, (on) => change({ singleKeyShortcuts: on })];
}
