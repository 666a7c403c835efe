"use client";

import { usePreferences } from "@/components/preferences/preferences-provider";

/** Whether keys without a modifier act, and how to change it; remembered for the person. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const { preferences, change } = usePreferences();
  return [preferences.singleKeyShortcuts, (on) => change({ singleKeyShortcuts: on })];
}
