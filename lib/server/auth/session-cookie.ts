import { NextRequest } from "next/server";
import { getToken, type JWT } from "next-auth/jwt";
import type { Secret } from "@/lib/server/config/secret";
import { requestOrigin } from "@/lib/server/http/request-origin";

/** The claim that names the server-side session. */
export const SESSION_CLAIM = "sid";

/** Whether cookies must carry `Secure` and its name prefix for this caller. */
export function usesSecureCookies(headers: Headers, configuredUrl: string | null): boolean {
  return (configuredUrl ?? requestOrigin(headers, null)).startsWith("https:");
}

/** The session id out of a decrypted cookie. */
export function sessionIdOf(token: JWT | null): string | null {
  const id = token?.[SESSION_CLAIM];
  return typeof id === "string" ? id : null;
}

/** The session id that the cookie carries; `null` without a cookie, or with one that is not ours. */
export async function readSessionCookie(
  headers: Headers,
  secret: Secret,
  configuredUrl: string | null,
): Promise<string | null> {
  const cookie = headers.get("cookie");
  if (cookie === null) return null;
  // Only the cookie goes in: the library would also take a session token as a bearer token.
  const req = new NextRequest("http://localhost/", { headers: { cookie } });
  return sessionIdOf(
    await getToken({
      req,
      secret: secret.reveal(),
      secureCookie: usesSecureCookies(headers, configuredUrl),
    }),
  );
}
