import type { User } from "@/lib/api/user";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Account, findAccount, renewHash } from "@/lib/server/db/queries/user-accounts";
import type { Deps } from "@/lib/server/deps";
import { hashPassword, isOutdated, verifyPassword } from "./password";
import type { RequestFacts } from "./request-facts";

export type SignInResult =
  | { readonly kind: "accepted"; readonly user: User }
  | { readonly kind: "refused" }
  | { readonly kind: "limited"; readonly waitSeconds: number };

/** Longer input is no password or name of ours; hashing it would only cost time. */
const LONGEST_INPUT = 256;

/** Neither disabled, nor with a password that somebody else gave too long ago. */
function mayStillSignIn({ disabledAt, passwordExpiresAt }: Account, now: Date): boolean {
  return disabledAt === null && (passwordExpiresAt === null || passwordExpiresAt > now);
}

/**
 * Checks a username and password. An unknown account, a disabled one, a wrong password and an expired one give
 * the same answer in the same time; every attempt that fails is recorded and counted.
 */
export async function signIn(
  { username, password }: { readonly username: string; readonly password: string },
  facts: RequestFacts,
  { clock, database, signInLimits }: Pick<Deps, "clock" | "database" | "signInLimits">,
): Promise<SignInResult> {
  // PostgreSQL text cannot hold NUL.
  const name = username.replaceAll("\0", "").trim().toLowerCase().slice(0, LONGEST_INPUT);
  const waitSeconds = await signInLimits.waitSeconds(facts.address, name);
  if (waitSeconds > 0) return { kind: "limited", waitSeconds };
  // Counted before the slow part, so that attempts sent at the same moment cannot all slip under the limit.
  await signInLimits.countFailure(facts.address, name);

  const account = await findAccount(database, name);
  const matches = await verifyPassword(account?.passwordHash ?? null, password.slice(0, LONGEST_INPUT));
  const now = clock();
  const right = matches && password.length <= LONGEST_INPUT;
  if (account !== null && right && mayStillSignIn(account, now)) {
    await signInLimits.forgive(facts.address, name);
    const { id, role, passwordHash } = account;
    if (passwordHash !== null && isOutdated(passwordHash)) {
      await renewHash(database, id, { before: passwordHash, after: await hashPassword(password) });
    }
    return { kind: "accepted", user: { id, username: account.username, role } };
  }
  await appendActivity(database, {
    at: now,
    actor: { kind: "anonymous", name },
    action: "session.refused",
    subject: null,
    details: { userAgent: facts.userAgent },
    address: facts.address,
  });
  return { kind: "refused" };
}
