import { nanoid } from "nanoid";
import type { CreatePerson, PersonWithPassword } from "@/lib/api/people";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { findPerson } from "@/lib/server/db/queries/people";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { givenPassword, givenPasswordExpiry } from "./given-password";
import { personResponse } from "./person-response";

function nameTaken(username: string): ProblemError {
  const message = `There is an account ${username} already. Choose another name.`;
  return new ProblemError("conflict", message, { errors: [{ field: "username", message }] });
}

/**
 * Creates a local account, whose password has to be changed at the first sign-in.
 * @throws ProblemError invalid-request (weak password), conflict (name taken)
 */
export async function createPerson(
  { clock, database }: Pick<Deps, "clock" | "database">,
  acting: Acting,
  { username, role, password }: CreatePerson,
): Promise<PersonWithPassword> {
  const { passwordHash, generated } = await givenPassword(password, username);
  const at = clock();
  const id = nanoid();
  const person = await database.transaction(async (transaction) => {
    const given = { passwordHash, mustChangePassword: true, passwordExpiresAt: givenPasswordExpiry(at) };
    const account = { id, username, role, ...given, createdAt: at };
    if (!(await insertUser(transaction, account))) throw nameTaken(username);
    const row = await findPerson(transaction, id);
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "account.created",
      subject: id,
      details: { username, role },
    });
    return row;
  });
  if (person === null) throw nameTaken(username);
  return { person: personResponse(person, true), password: generated };
}
