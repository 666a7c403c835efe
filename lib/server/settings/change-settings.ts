import { isDeepStrictEqual } from "node:util";
import type { ChangeSettings, Settings, SettingsResponse } from "@/lib/api/settings";
import { settingsSchema } from "@/lib/api/settings";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { readStoredSettings, writeSettings } from "@/lib/server/db/queries/settings";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { settingsResponse } from "./settings-response";

const changedMeanwhile = (version: number, by: string | null) =>
  new ProblemError(
    "conflict",
    `${by ?? "Somebody"} changed the settings meanwhile. Look at them again, then send version ${version}.`,
    { errors: [{ field: "version", message: `The settings are at version ${version} now.` }] },
  );

/**
 * Changes what is given and leaves the rest; records what was before and after.
 * @throws ProblemError conflict when somebody changed them meanwhile.
 */
export async function changeSettings(
  { clock, database }: Pick<Deps, "clock" | "database">,
  acting: Acting,
  { version, policy, retentionDays, defaults }: ChangeSettings,
): Promise<SettingsResponse> {
  const at = clock();
  return database.transaction(async (transaction) => {
    const before = await readStoredSettings(transaction);
    if (before.version !== version) throw changedMeanwhile(before.version, before.updatedBy);
    const value: Settings = settingsSchema.parse({
      policy: { ...before.value.policy, ...policy },
      retentionDays: retentionDays === undefined ? before.value.retentionDays : retentionDays,
      defaults: { ...before.value.defaults, ...defaults },
    });
    if (isDeepStrictEqual(value, before.value)) return settingsResponse(before);
    const change = { value, updatedAt: at, updatedBy: acting.signedIn.user.username };
    if (!(await writeSettings(transaction, version, change))) throw changedMeanwhile(version + 1, null);
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "settings.changed",
      subject: null,
      details: { before: before.value, after: value },
    });
    return settingsResponse({ ...change, version: version + 1 });
  });
}
