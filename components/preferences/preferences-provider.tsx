"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { applySingleKeys } from "@/components/keyboard/single-keys";
import {
  DEFAULT_PREFERENCES,
  type PreferencesChange,
  type PreferencesEdit,
} from "@/lib/api/preference-choices";
import { UNSAVED_COOKIE, unsavedText } from "@/lib/api/preference-cookies";
import type { Preferences } from "@/lib/api/preferences";
import { PreferenceSaver } from "./preference-saver";
import { writeCookie } from "./write-cookie";

type PreferencesContext = {
  preferences: Preferences;
  /**
   * Holds at once, also after a reload; stored for the person a moment later. What is made of earlier choices is
   * given as an edit: other pages may have changed them meanwhile.
   */
  change: (change: PreferencesChange | PreferencesEdit) => void;
  /** Whether the last choices are stored; null while there is nothing to say. */
  stored: true | Error | null;
};

const Context = createContext<PreferencesContext>({
  preferences: DEFAULT_PREFERENCES,
  change: () => {},
  stored: null,
});

type PreferencesProviderProps = {
  username: string;
  initial: Preferences;
  unsaved: PreferencesChange | null;
  children: ReactNode;
};

/** Keeps what the person has chosen for their screens. */
export function PreferencesProvider({ username, initial, unsaved, children }: PreferencesProviderProps) {
  const [preferences, setPreferences] = useState(initial);
  const latest = useRef(initial);
  const [stored, setStored] = useState<PreferencesContext["stored"]>(null);
  const saver = useRef<PreferenceSaver | null>(null);
  const left = useRef(unsaved);
  // A control may hand on what it was set to early before the saver begins: effects begin with the innermost.
  const early = useRef<Parameters<PreferenceSaver["save"]>[]>([]);

  useEffect(() => {
    const started = new PreferenceSaver(
      {
        store: async (edits) => (await import("./store-preferences")).storePreferences(edits),
        keep: (change) => writeCookie(UNSAVED_COOKIE, change && unsavedText(username, change)),
        onStored: (error) => setStored(error ?? true),
      },
      left.current,
    );
    left.current = null;
    saver.current = started;
    for (const choice of early.current.splice(0)) started.save(...choice);
    return () => started.stop();
  }, [username]);
  useEffect(() => applySingleKeys(preferences.singleKeyShortcuts), [preferences.singleKeyShortcuts]);

  const change = useCallback((wanted: PreferencesChange | PreferencesEdit) => {
    const edit = typeof wanted === "function" ? wanted : () => wanted;
    const made = edit(latest.current);
    latest.current = { ...latest.current, ...made };
    setPreferences(latest.current);
    setStored(null);
    if (saver.current) saver.current.save(edit, made);
    else early.current.push([edit, made]);
  }, []);
  const value = useMemo(() => ({ preferences, change, stored }), [preferences, change, stored]);
  return <Context value={value}>{children}</Context>;
}

/** What the person has chosen for their screens, and how to change it. */
export function usePreferences(): PreferencesContext {
  return use(Context);
}
