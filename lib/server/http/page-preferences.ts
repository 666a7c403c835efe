import { cookies } from "next/headers";
import { cache } from "react";
import { DEFAULT_PREFERENCES, type PreferencesChange } from "@/lib/api/preference-choices";
import { BROWSER_ZONE_COOKIE, UNSAVED_COOKIE } from "@/lib/api/preference-cookies";
import type { Preferences } from "@/lib/api/preferences";
import { isTimeZone, type Settings } from "@/lib/api/settings";
import { withUnsaved } from "@/lib/api/unsaved-preferences";
import { readSettings } from "@/lib/server/db/queries/settings";
import { readPreferences } from "@/lib/server/triage/read-preferences";
import { findUser } from "./page";
import { readForPage } from "./read-for-page";

/** How a page is to look for the person who opened it. */
export type PagePreferences = {
  readonly preferences: Preferences;
  /** What of it is known to this browser alone: storing it failed, or is still to come. */
  readonly unsaved: PreferencesChange | null;
  /** For what the person has not chosen. */
  readonly defaults: Settings["defaults"];
  /** The zone of the browser's machine, once it has told. */
  readonly browserZone: string | null;
};

/**
 * The person's choices, those that only their browser knows included, and what counts where there is none.
 * Read once for a page, whoever asks. @throws PageReadError
 */
export const pagePreferences = cache(async (): Promise<PagePreferences> => {
  // First of all: it tells a build that this page is made per request, when there is no database yet.
  const jar = await cookies();
  const user = await findUser();
  const [stored, { defaults }] = await readForPage((deps) =>
    Promise.all([user ? readPreferences(deps, user.id) : DEFAULT_PREFERENCES, readSettings(deps.database)]),
  );
  const zone = jar.get(BROWSER_ZONE_COOKIE)?.value;
  return {
    ...withUnsaved(jar.get(UNSAVED_COOKIE)?.value, user?.username ?? "", stored),
    defaults,
    browserZone: zone !== undefined && isTimeZone(zone) ? zone : null,
  };
});
