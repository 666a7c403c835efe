import { encode } from "next-auth/jwt";
import { SESSION_CLAIM } from "@/lib/server/auth/session-cookie";

/** The cookie of a session over http, as signing in sets it. */
export async function sessionCookie(sessionId: string, secret: string): Promise<string> {
  return `next-auth.session-token=${await encode({ token: { [SESSION_CLAIM]: sessionId }, secret })}`;
}
