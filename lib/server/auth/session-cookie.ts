import { NextRequest } from "next/server";
import type { CookiesOptions } from "next-auth";
import { getToken, type JWT } from "next-auth/jwt";
import type { Secret } from "@/lib/server/config/secret";
import { cameOverHttps } from "@/lib/server/http/request-origin";

/** The claim that names the server-side session. */
export const SESSION_CLAIM = "sid";

/** How long the way to an identity provider and back may take. */
const DETOUR_SECONDS = 15 * 60;

/**
 * next-auth's cookies. Over https their names begin with `__Host-`: browsers then take them from this host
 * only, and neither a neighbour under the same domain nor clear text can plant one.
 */
export function authCookies(overHttps: boolean) {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps } as const;
  const cookie = (name: string, more: { readonly maxAge?: number } = {}) => ({
    name: `${overHttps ? "__Host-" : ""}next-auth.${name}`,
    options: { ...options, ...more },
  });
  return {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce.code_verifier", { maxAge: DETOUR_SECONDS }),
    state: cookie("state", { maxAge: DETOUR_SECONDS }),
    nonce: cookie("nonce", { maxAge: DETOUR_SECONDS }),
  } satisfies CookiesOptions;
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
      cookieName: authCookies(cameOverHttps(headers, configuredUrl)).sessionToken.name,
    }),
  );
}
