"use client";

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { usePreferences } from "@/components/preferences/preferences-provider";
import { writeCookie } from "@/components/preferences/write-cookie";
import { BROWSER_ZONE_COOKIE } from "@/lib/api/preference-cookies";
import type { Preferences } from "@/lib/api/preferences";
import type { TimeZone } from "@/lib/format/instant";

type TimeZoneContext = {
  /** What the person chose; null for what counts for everybody. */
  choice: Preferences["timeZone"];
  /** What counts for people who chose nothing. */
  byDefault: TimeZone;
  zone: TimeZone;
  choose: (choice: Preferences["timeZone"]) => void;
};

const Context = createContext<TimeZoneContext>({
  choice: null,
  byDefault: "UTC",
  zone: "UTC",
  choose: () => {},
});

type TimeZoneProviderProps = {
  byDefault: TimeZone;
  /** As the browser told the server; null before it did. */
  browserZone: TimeZone | null;
  children: ReactNode;
};

/** Keeps the one zone in which the console shows every time; the server's HTML has it already. */
export function TimeZoneProvider({ byDefault, browserZone, children }: TimeZoneProviderProps) {
  const { preferences, change } = usePreferences();
  const choice = preferences.timeZone;
  const [local, setLocal] = useState(browserZone ?? "UTC");
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    setLocal(timeZone);
    if (timeZone !== browserZone) writeCookie(BROWSER_ZONE_COOKIE, timeZone);
  }, [browserZone]);
  // A browser's zone that is not shown changes nothing: what reads this would be drawn anew for it.
  const zone = choice === "local" ? local : (choice ?? byDefault);
  const value = useMemo(
    () => ({ choice, byDefault, zone, choose: (timeZone: Preferences["timeZone"]) => change({ timeZone }) }),
    [choice, byDefault, zone, change],
  );
  return <Context value={value}>{children}</Context>;
}

/** The zone in which times are shown, and how to change it. */
export function useTimeZone(): TimeZoneContext {
  return use(Context);
}
