import { isSameIssuer } from "@/lib/server/auth/oidc-provider";
import { oidcSettings } from "@/lib/server/auth/oidc-settings";
import type { PersonRow } from "@/lib/server/db/queries/people";
import type { Env } from "@/lib/server/env";

/**
 * Whether an enabled account can be counted on to sign in, as this installation is configured. One whose given password
 * was never changed cannot: most of these lapse by themselves.
 */
export function canSignIn(
  { issuer, mustChangePassword }: Pick<PersonRow, "issuer" | "mustChangePassword">,
  env: Env,
): boolean {
  if (issuer === null) return env.WATCHFLOOR_LOCAL_SIGN_IN === "on" && !mustChangePassword;
  const oidc = oidcSettings(env);
  return oidc !== null && isSameIssuer(issuer, oidc.issuer);
}
