import { eq } from "drizzle-orm";
import type { Database } from "../database";
import { userPreferences } from "../schema/user-preferences";

/** What was stored for a person, unread; null where nothing was. */
export async function findPreferences(db: Database, userId: string): Promise<unknown> {
  const [row] = await db.select().from(userPreferences).where(eq(userPreferences.userId, userId));
  return row?.preferences ?? null;
}

export async function savePreferences(
  db: Database,
  userId: string,
  preferences: unknown,
  updatedAt: Date,
): Promise<void> {
  await db
    .insert(userPreferences)
    .values({ userId, preferences, updatedAt })
    .onConflictDoUpdate({ target: userPreferences.userId, set: { preferences, updatedAt } });
}
