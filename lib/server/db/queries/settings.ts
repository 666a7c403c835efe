import { eq } from "drizzle-orm";
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from "@/lib/api/settings";
import type { Database } from "../database";
import { settings } from "../schema/settings";

/** The settings with who changed them last; version 0 while nobody has. */
export type StoredSettings = {
  readonly value: Settings;
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
};

const UNCHANGED: StoredSettings = { value: DEFAULT_SETTINGS, version: 0, updatedAt: null, updatedBy: null };

export async function readStoredSettings(database: Database): Promise<StoredSettings> {
  const [row] = await database.select().from(settings).limit(1);
  if (!row) return UNCHANGED;
  return { ...row, value: settingsSchema.parse(row.value) };
}

/** What is in force. @throws ZodError for settings of another version of Watchfloor. */
export async function readSettings(database: Database): Promise<Settings> {
  return (await readStoredSettings(database)).value;
}

/** @returns false when they are not at `seenVersion` any more. */
export async function writeSettings(
  database: Database,
  seenVersion: number,
  change: { readonly value: Settings; readonly updatedAt: Date; readonly updatedBy: string },
): Promise<boolean> {
  const row = { ...change, version: seenVersion + 1 };
  const written =
    seenVersion === 0
      ? await database.insert(settings).values(row).onConflictDoNothing().returning({ id: settings.id })
      : await database
          .update(settings)
          .set(row)
          .where(eq(settings.version, seenVersion))
          .returning({ id: settings.id });
  return written.length > 0;
}
