import type { ChangePassword } from "@/lib/api/people";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { hashPassword, verifyPassword } from "@/lib/server/auth/password";
import { revokeSessionsOf, setPassword } from "@/lib/server/db/queries/people";
import { findAccount } from "@/lib/server/db/queries/user-accounts";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";
import { forgetSignedIn } from "./forget-signed-in";
import { refuseWeakPassword } from "./given-password";

type PasswordDeps = Pick<Deps, "apiTokens" | "clock" | "database" | "sessions" | "signInLimits">;

/** An open browser is no licence to guess: wrong ones count like failed sign-ins. @throws ProblemError */
async function checkCurrentPassword(deps: PasswordDeps, acting: Acting, password: string): Promise<void> {
  const { signedIn, facts } = acting;
  const name = signedIn.user.username.toLowerCase();
  const waitSeconds = await deps.signInLimits.waitSeconds(facts.address, name);
  if (waitSeconds > 0) {
    throw new ProblemError("rate-limited", `Too many wrong passwords. Try again in ${waitSeconds} seconds.`, {
      headers: { "retry-after": String(waitSeconds) },
    });
  }
  await deps.signInLimits.countFailure(facts.address, name);
  const account = await findAccount(deps.database, name);
  if (account?.passwordHash === null) {
    throw new ProblemError("conflict", "You sign in at the identity provider. Change the password there.");
  }
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) {
    throw invalidRequest([{ field: "currentPassword", message: "This is not your current password." }]);
  }
  await deps.signInLimits.forgive(facts.address, name);
}

/**
 * Changes one's own password; every other session of the account ends.
 * @returns how many sessions ended.
 * @throws ProblemError invalid-request, rate-limited, conflict (signs in elsewhere)
 */
export async function changeOwnPassword(
  deps: PasswordDeps,
  acting: Acting,
  { currentPassword, newPassword }: ChangePassword,
): Promise<number> {
  const { user, via } = acting.signedIn;
  await checkCurrentPassword(deps, acting, currentPassword);
  if (newPassword === currentPassword) {
    throw invalidRequest([{ field: "newPassword", message: "must differ from the current one." }]);
  }
  refuseWeakPassword("newPassword", newPassword, user.username);
  const passwordHash = await hashPassword(newPassword);
  const at = deps.clock();
  const endedSessions = await deps.database.transaction(async (transaction) => {
    await setPassword(transaction, user.id, {
      passwordHash,
      mustChangePassword: false,
      passwordExpiresAt: null,
    });
    const ended = await revokeSessionsOf(transaction, user.id, at, via.id);
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "password.changed",
      subject: user.id,
      details: { username: user.username, endedSessions: ended },
    });
    return ended;
  });
  forgetSignedIn(deps);
  return endedSessions;
}
