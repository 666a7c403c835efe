import type { Deps } from "@/lib/server/deps";
import { bearerToken } from "./bearer-token";
import type { RequestFacts } from "./request-facts";
import { readSessionCookie } from "./session-cookie";
import type { SignedIn } from "./signed-in";

/**
 * Who sent a request; `null` for nobody. The server-side session decides, not the cookie; where there is an
 * API token, it alone counts.
 */
export async function authenticate(
  headers: Headers,
  facts: RequestFacts,
  { apiTokens, authSecret, env, sessions }: Pick<Deps, "apiTokens" | "authSecret" | "env" | "sessions">,
): Promise<SignedIn | null> {
  const token = bearerToken(headers);
  if (token !== null) return apiTokens.find(token, facts);
  const id = await readSessionCookie(headers, authSecret, env.NEXTAUTH_URL ?? null);
  return id === null ? null : sessions.find(id);
}
