import type { Deps } from "@/lib/server/deps";
import { readSessionCookie } from "./session-cookie";
import type { SignedIn } from "./signed-in";

/** Who sent a request; `null` for nobody. The server-side session decides, not the cookie. */
export async function authenticate(
  headers: Headers,
  { authSecret, env, sessions }: Pick<Deps, "authSecret" | "env" | "sessions">,
): Promise<SignedIn | null> {
  const id = await readSessionCookie(headers, authSecret, env.NEXTAUTH_URL ?? null);
  return id === null ? null : sessions.find(id);
}
