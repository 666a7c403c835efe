import { and, eq, sql } from "drizzle-orm";
import type { User } from "@/lib/api/user";
import type { Database } from "../database";
import { users } from "../schema/accounts";

/** An account as sign-in needs it. */
export type Account = User & {
  readonly passwordHash: string | null;
  /** Null where the password was chosen by the person. */
  readonly passwordExpiresAt: Date | null;
  readonly disabledAt: Date | null;
};

/** @param username in any case. */
export async function findAccount(database: Database, username: string): Promise<Account | null> {
  const [account] = await database
    .select({
      id: users.id,
      username: users.username,
      role: users.role,
      passwordHash: users.passwordHash,
      passwordExpiresAt: users.passwordExpiresAt,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(sql`lower(${users.username}) = lower(${username})`)
    .limit(1);
  return account ?? null;
}

export async function hasUsers(database: Database): Promise<boolean> {
  return (await database.select({ id: users.id }).from(users).limit(1)).length > 0;
}

/** @returns false when the name is taken: two first starts on one database may race. */
export async function insertUser(
  database: Database,
  user: User & {
    readonly passwordHash: string | null;
    readonly mustChangePassword?: boolean;
    readonly passwordExpiresAt?: Date;
    readonly createdAt: Date;
  },
): Promise<boolean> {
  const inserted = await database
    .insert(users)
    .values(user)
    .onConflictDoNothing()
    .returning({ id: users.id });
  return inserted.length > 0;
}

/** Keeps a newer hash of the same password, unless the password was changed meanwhile. */
export async function renewHash(
  database: Database,
  id: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  await database
    .update(users)
    .set({ passwordHash: after })
    .where(and(eq(users.id, id), eq(users.passwordHash, before)));
}

export async function noteSignIn(database: Database, id: string, at: Date): Promise<void> {
  await database.update(users).set({ lastSignInAt: at }).where(eq(users.id, id));
}
