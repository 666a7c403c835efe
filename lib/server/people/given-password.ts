import { generatePassword, hashPassword } from "@/lib/server/auth/password";
import { weaknessOf } from "@/lib/server/auth/password-strength";
import { invalidRequest } from "@/lib/server/http/problem-error";

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 7;

/** A password on its way to somebody may be found on that way: it works for a week. */
export function givenPasswordExpiry(at: Date): Date {
  return new Date(at.getTime() + LIFETIME_DAYS * DAY_MS);
}

/** @throws ProblemError invalid-request for a password that is easily guessed. */
export function refuseWeakPassword(field: string, password: string, username: string): void {
  const weakness = weaknessOf(password, [username]);
  if (weakness !== null) throw invalidRequest([{ field, message: `${weakness}.` }]);
}

/**
 * The password that an administrator gives somebody, or a generated one.
 * @returns `generated` is to be shown once; null when one was given.
 */
export async function givenPassword(
  password: string | undefined,
  username: string,
): Promise<{ readonly passwordHash: string; readonly generated: string | null }> {
  if (password !== undefined) refuseWeakPassword("password", password, username);
  const generated = password === undefined ? generatePassword() : null;
  return { passwordHash: await hashPassword(password ?? generated ?? generatePassword()), generated };
}
