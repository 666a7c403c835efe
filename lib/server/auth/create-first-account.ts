import { nanoid } from "nanoid";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Clock } from "@/lib/server/clock";
import type { Secret } from "@/lib/server/config/secret";
import type { Database } from "@/lib/server/db/database";
import { hasUsers, insertUser } from "@/lib/server/db/queries/user-accounts";
import { generatePassword, hashPassword } from "./password";

export const FIRST_USERNAME = "admin";

/**
 * Creates the first account of an empty installation.
 * @param given the password to use; one is generated without.
 * @returns the generated password, to be shown once; `null` when none was generated.
 */
export async function createFirstAccount(
  database: Database,
  clock: Clock,
  given: Secret | null,
): Promise<string | null> {
  if (await hasUsers(database)) return null;
  const password = given?.reveal() ?? generatePassword();
  const passwordHash = await hashPassword(password);
  const at = clock();
  // A generated one was printed: whoever keeps the output of the start would keep it, too.
  const mustChangePassword = given === null;
  const created = await database.transaction(async (transaction) => {
    const user = { id: nanoid(), username: FIRST_USERNAME, role: "admin" as const };
    if (!(await insertUser(transaction, { ...user, passwordHash, mustChangePassword, createdAt: at })))
      return false;
    await appendActivity(transaction, {
      at,
      actor: { kind: "system" },
      action: "account.created",
      subject: user.id,
      details: { username: user.username, role: user.role },
      address: null,
    });
    return true;
  });
  return created && given === null ? password : null;
}
