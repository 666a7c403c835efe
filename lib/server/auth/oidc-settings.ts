import type { RoleMap } from "@/lib/server/config/role-map";
import type { Secret } from "@/lib/server/config/secret";
import type { Env } from "@/lib/server/env";

/** How people sign in at an identity provider. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly scope: string;
  readonly groupClaim: string;
  readonly roleMap: RoleMap;
  /** What the button calls it. */
  readonly name: string;
};

/** `null` when none is configured. */
export function oidcSettings(env: Env): OidcSettings | null {
  const {
    WATCHFLOOR_OIDC_ISSUER: issuer,
    WATCHFLOOR_OIDC_CLIENT_ID: clientId,
    WATCHFLOOR_OIDC_CLIENT_SECRET: clientSecret,
    WATCHFLOOR_OIDC_ROLE_MAP: roleMap,
  } = env;
  if (!issuer || !clientId || !clientSecret || !roleMap) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    roleMap,
    scope: env.WATCHFLOOR_OIDC_SCOPE ?? "openid profile email",
    groupClaim: env.WATCHFLOOR_OIDC_GROUP_CLAIM ?? "groups",
    name: env.WATCHFLOOR_OIDC_NAME ?? "single sign-on",
  };
}
