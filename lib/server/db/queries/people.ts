import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Role } from "@/lib/api/role";
import type { Database } from "../database";
import { sessions, users } from "../schema/accounts";

const person = {
  id: users.id,
  username: users.username,
  role: users.role,
  issuer: users.issuer,
  disabledAt: users.disabledAt,
  mustChangePassword: users.mustChangePassword,
  version: users.version,
  createdAt: users.createdAt,
  lastSignInAt: users.lastSignInAt,
};

/** An account without its password. */
export type PersonRow = Omit<typeof users.$inferSelect, "passwordHash" | "passwordExpiresAt" | "subject">;

export async function listPeople(database: Database): Promise<PersonRow[]> {
  return database
    .select(person)
    .from(users)
    .orderBy(asc(sql`lower(${users.username})`));
}

export async function findPerson(database: Database, id: string): Promise<PersonRow | null> {
  const [row] = await database.select(person).from(users).where(eq(users.id, id));
  return row ?? null;
}

/** The account, held until the end of the transaction, so that nobody changes it meanwhile. */
export async function lockPerson(transaction: Database, id: string): Promise<PersonRow | null> {
  const [row] = await transaction.select(person).from(users).where(eq(users.id, id)).for("update");
  return row ?? null;
}

/**
 * The enabled administrators, held until the end of the transaction: of two who remove each other at the
 * same moment, the second waits here and then finds one administrator only. Call it before
 * {@link lockPerson}, so that everybody takes the locks in one order.
 */
export async function lockAdministrators(transaction: Database): Promise<readonly PersonRow[]> {
  return transaction
    .select(person)
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)))
    .orderBy(users.id)
    .for("update");
}

export async function updatePerson(
  transaction: Database,
  id: string,
  change: { readonly role: Role; readonly disabledAt: Date | null },
): Promise<PersonRow | null> {
  const [row] = await transaction
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .returning(person);
  return row ?? null;
}

export async function setPassword(
  transaction: Database,
  id: string,
  change: {
    readonly passwordHash: string;
    readonly mustChangePassword: boolean;
    readonly passwordExpiresAt: Date | null;
  },
): Promise<PersonRow | null> {
  const [row] = await transaction
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .returning(person);
  return row ?? null;
}

/** Ends every session of a person but one. @returns how many. */
export async function revokeSessionsOf(
  transaction: Database,
  userId: string,
  now: Date,
  exceptId: string | null = null,
): Promise<number> {
  const revoked = await transaction
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        exceptId === null ? undefined : ne(sessions.id, exceptId),
      ),
    )
    .returning({ id: sessions.id });
  return revoked.length;
}
