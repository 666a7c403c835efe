import { generatePassword, hashPassword } from "@/lib/server/auth/password";
import { weaknessOf } from "@/lib/server/auth/password-strength";
import { invalidRequest } from "@/lib/server/http/problem-error";

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
