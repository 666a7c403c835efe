// Without a parser: every page of the console needs these.
import type { Preferences } from "./preferences";

/** Zones in which times are shown: the reader's own is "local". */
export const SHOWN_TIME_ZONES = ["UTC", "local", "Asia/Shanghai"] as const;
export const DENSITIES = ["comfortable", "compact"] as const;

/** The choices of somebody who has made none. */
export const DEFAULT_PREFERENCES: Preferences = {
  timeZone: null,
  language: null,
  density: "comfortable",
  columns: null,
  singleKeyShortcuts: true,
};

/** Some of a person's choices. */
export type PreferencesChange = Partial<Preferences>;

/** A change made of the choices that are there; made twice, it changes nothing more. */
export type PreferencesEdit = (preferences: Preferences) => PreferencesChange;
