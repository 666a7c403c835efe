import type { PersonWithPassword, ResetPassword } from "@/lib/api/people";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { findPerson, lockPerson, revokeSessionsOf, setPassword } from "@/lib/server/db/queries/people";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { forgetSignedIn } from "./forget-signed-in";
import { givenPassword, givenPasswordExpiry } from "./given-password";
import { missingPerson } from "./missing-person";
import { personResponse } from "./person-response";

/**
 * Gives a person a new password, which has to be changed at the next sign-in; their sessions end.
 * @throws ProblemError not-found, invalid-request (weak password), conflict (signs in elsewhere)
 */
export async function resetPassword(
  deps: Pick<Deps, "apiTokens" | "clock" | "database" | "sessions">,
  acting: Acting,
  id: string,
  { password }: ResetPassword,
): Promise<PersonWithPassword> {
  const { clock, database } = deps;
  const known = await findPerson(database, id);
  if (known === null) throw missingPerson(id);
  if (known.issuer !== null) {
    throw new ProblemError(
      "conflict",
      `${known.username} signs in at ${known.issuer}. Reset the password there.`,
    );
  }
  // Hashing is slow: it happens before anything is locked.
  const { passwordHash, generated } = await givenPassword(password, known.username);
  const at = clock();
  const person = await database.transaction(async (transaction) => {
    if ((await lockPerson(transaction, id)) === null) return null;
    const row = await setPassword(transaction, id, {
      passwordHash,
      mustChangePassword: true,
      passwordExpiresAt: givenPasswordExpiry(at),
    });
    const endedSessions = await revokeSessionsOf(transaction, id, at);
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "password.reset",
      subject: id,
      details: { username: known.username, endedSessions },
    });
    return row;
  });
  if (person === null) throw missingPerson(id);
  forgetSignedIn(deps);
  return { person: personResponse(person, true), password: generated };
}
