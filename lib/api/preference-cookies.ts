// Without a parser: every page of the console needs these.
import type { PreferencesChange } from "./preference-choices";

/** The zone of the browser's machine, an IANA name: the server cannot know it otherwise. */
export const BROWSER_ZONE_COOKIE = "watchfloor-browser-zone";

/** What was chosen in this browser and is not stored for the person yet, as JSON. */
export const UNSAVED_COOKIE = "watchfloor-unsaved-preferences";

/** What the cookie holds. */
export function unsavedText(username: string, change: PreferencesChange): string {
  return JSON.stringify({ username, change });
}
