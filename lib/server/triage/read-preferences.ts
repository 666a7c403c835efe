import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { type Preferences, preferencesSchema } from "@/lib/api/preferences";
import { findPreferences } from "@/lib/server/db/queries/user-preferences";
import type { Deps } from "@/lib/server/deps";

/** What a person has chosen; what they have not, or what another version wrote, is as by default. */
export async function readPreferences(
  { database }: Pick<Deps, "database">,
  userId: string,
): Promise<Preferences> {
  const stored = await findPreferences(database, userId);
  const whole = preferencesSchema.safeParse({ ...DEFAULT_PREFERENCES, ...Object(stored) });
  return whole.success ? whole.data : DEFAULT_PREFERENCES;
}
