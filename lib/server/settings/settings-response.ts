import type { SettingsResponse } from "@/lib/api/settings";
import type { StoredSettings } from "@/lib/server/db/queries/settings";

export function settingsResponse({ value, version, updatedAt, updatedBy }: StoredSettings): SettingsResponse {
  return { settings: value, version, updatedAt: updatedAt?.toISOString() ?? null, updatedBy };
}
