import type { SettingsResponse } from "@/lib/api/settings";
import { readStoredSettings } from "@/lib/server/db/queries/settings";
import type { Deps } from "@/lib/server/deps";
import { settingsResponse } from "./settings-response";

/** What an administrator decided for everybody; the defaults where nobody has yet. */
export async function readSettings({ database }: Pick<Deps, "database">): Promise<SettingsResponse> {
  return settingsResponse(await readStoredSettings(database));
}
