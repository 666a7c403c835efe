"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useSyncExternalStore } from "react";
import type { TimeZone } from "@/lib/format/instant";

/** `utc`, or the zone of the reader's machine. */
export type ZoneChoice = "utc" | "local";

type TimeZoneContext = {
  choice: ZoneChoice;
  /** What the choice means here; the server and the first render say `UTC`. */
  zone: TimeZone;
  choose: (choice: ZoneChoice) => void;
};

const STORAGE_KEY = "watchfloor-time-zone";
const CHANGED = "watchfloor-time-zone-changed";

const Context = createContext<TimeZoneContext>({ choice: "utc", zone: "UTC", choose: () => {} });

function subscribe(onChange: () => void) {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

// Storage may be forbidden by the browser: the choice is then simply not remembered.
function readChoice(): ZoneChoice {
  try {
    return window.localStorage.getItem(STORAGE_KEY) === "local" ? "local" : "utc";
  } catch {
    return "utc";
  }
}

function writeChoice(choice: ZoneChoice) {
  try {
    window.localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Keeps the one zone in which the console shows every time. */
export function TimeZoneProvider({ children }: { children: ReactNode }) {
  const choice = useSyncExternalStore(subscribe, readChoice, () => "utc" as const);
  const choose = useCallback(writeChoice, []);
  const value = useMemo(
    () => ({
      choice,
      zone: choice === "utc" ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone,
      choose,
    }),
    [choice, choose],
  );
  return <Context value={value}>{children}</Context>;
}

/** The zone in which times are shown, and how to change it. */
export function useTimeZone(): TimeZoneContext {
  return use(Context);
}
