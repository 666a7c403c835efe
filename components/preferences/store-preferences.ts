import { fetchJson } from "@/lib/api/fetch-json";
import type { PreferencesChange } from "@/lib/api/preference-choices";
import { preferencesResponseSchema } from "@/lib/api/preferences";
import { sendJson } from "@/lib/api/send-json";

const PREFERENCES = "/api/preferences";

/**
 * Stores some of the person's choices. Reads first: other pages may have changed the others.
 * @throws ApiError when they could not be stored.
 */
export async function storePreferences(change: PreferencesChange): Promise<void> {
  const { preferences } = await fetchJson(PREFERENCES, preferencesResponseSchema);
  await sendJson("PUT", PREFERENCES, preferencesResponseSchema, { ...preferences, ...change });
}
