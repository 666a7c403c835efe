import { roleIncludes } from "@/lib/api/role";
import { authenticate } from "@/lib/server/auth/authenticate";
import { bearerToken } from "@/lib/server/auth/bearer-token";
import { requestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";
import type { Deps } from "@/lib/server/deps";
import { holdsMetricsToken } from "@/lib/server/metrics/metrics-key";
import { ProblemError } from "./problem-error";
import type { RouteAccess } from "./route-declaration";

const HOUR_MS = 3_600_000;

function unauthenticated(hasToken: boolean): ProblemError {
  const detail = hasToken
    ? "This token is unknown, expired or revoked, or its owner's account is disabled. Make a new one in the settings."
    : "There is no valid session. Sign in and try again.";
  const challenge = hasToken
    ? 'Bearer realm="watchfloor", error="invalid_token"'
    : 'Bearer realm="watchfloor"';
  return new ProblemError("unauthenticated", detail, { headers: { "www-authenticate": challenge } });
}

/** @throws ProblemError sign-in-again */
function refuseOldSession({ user, signedInAt }: SignedIn, { clock, sessions }: Deps): void {
  const { recentMs } = sessions.limits;
  if (signedInAt === null || clock().getTime() - signedInAt.getTime() <= recentMs) return;
  const hours = recentMs / HOUR_MS;
  const detail = `You signed in more than ${hours} hours ago. Sign out and in again, then repeat this.`;
  throw new ProblemError("sign-in-again", detail, { actor: user.id });
}

/**
 * Who may pass: `null` only where everybody may.
 * @throws ProblemError unauthenticated, forbidden, password-change-required, sign-in-again, rate-limited
 */
export async function authorise(
  request: Request,
  { role, credential, recentSignIn, beforePasswordChange, acceptsMetricsToken }: RouteAccess,
  deps: Deps,
): Promise<SignedIn | null> {
  // A public answer is the same for everybody; it must not depend on a database that may be down.
  if (role === "public") return null;
  const { headers } = request;
  if (acceptsMetricsToken && holdsMetricsToken(headers, deps.env)) return null;
  const facts = requestFacts(headers);
  const signedIn = await authenticate(headers, facts, deps);
  if (signedIn === null) {
    await deps.requestLimits.count("stranger", facts.address);
    throw unauthenticated(bearerToken(headers) !== null);
  }
  const actor = signedIn.user.id;
  await deps.requestLimits.count("person", actor);
  if (signedIn.mustChangePassword && !beforePasswordChange) {
    const detail = "Your password was set by somebody else. Change it, then everything else is open to you.";
    throw new ProblemError("password-change-required", detail);
  }
  if (credential === "session" && signedIn.via.kind === "token") {
    const detail =
      "An API token cannot do this: it would make a credential that outlives it. Sign in instead.";
    throw new ProblemError("forbidden", detail, { actor });
  }
  if (!roleIncludes(signedIn.user.role, role)) {
    throw new ProblemError(
      "forbidden",
      `This needs the role ${role}; yours is ${signedIn.user.role}. Ask an administrator.`,
      { actor },
    );
  }
  if (recentSignIn) refuseOldSession(signedIn, deps);
  return signedIn;
}
