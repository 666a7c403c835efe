import { fetchJson } from "@/lib/api/fetch-json";
import type { PreferencesEdit } from "@/lib/api/preference-choices";
import { preferencesResponseSchema } from "@/lib/api/preferences";
import { sendJson } from "@/lib/api/send-json";

const PREFERENCES = "/api/preferences";

/**
 * Makes changes to the person's choices, one after the other. Reads first: other pages may have changed the rest.
 * @throws ApiError when they could not be stored.
 */
export async function storePreferences(edits: readonly PreferencesEdit[]): Promise<void> {
  const { preferences } = await fetchJson(PREFERENCES, preferencesResponseSchema);
  let edited = preferences;
  for (const edit of edits) edited = { ...edited, ...edit(edited) };
  await sendJson("PUT", PREFERENCES, preferencesResponseSchema, edited);
}
