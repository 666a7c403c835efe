import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { groupsOf } from "./group-role";
import type { OidcSettings } from "./oidc-settings";

/** The provider's id in next-auth's paths: /api/auth/callback/oidc. */
export const OIDC_PROVIDER = "oidc";

/** A person does not wait longer for an identity provider that hangs. */
const LIMIT_MS = 5_000;

const claimsSchema = z.looseObject({ iss: z.string().min(1), sub: z.string().min(1) });

/** What the identity provider says of a person, under its signature. */
export type OidcClaims = z.infer<typeof claimsSchema>;

/** @throws ZodError without an issuer or a subject. */
export function readClaims(claims: unknown): OidcClaims {
  return claimsSchema.parse(claims);
}

/** The claims of an ID token that openid-client has checked; its type is wider than next-auth's. */
function idTokenClaims(tokens: object): OidcClaims {
  const claims: unknown = "claims" in tokens && typeof tokens.claims === "function" ? tokens.claims() : null;
  return readClaims(claims);
}

/** A slash at the end is no difference. */
export function isSameIssuer(one: string, other: string): boolean {
  const plain = (issuer: string) => issuer.replace(/\/$/, "");
  return plain(one) === plain(other);
}

/**
 * What a provider calls itself has to be what it was configured as: else one that answers at somebody's
 * address could speak for another.
 * @throws Error with the mend.
 */
function refuseOtherIssuer(called: string, configured: string): void {
  if (isSameIssuer(called, configured)) return;
  throw new Error(`The identity provider calls itself ${called}. Set WATCHFLOOR_OIDC_ISSUER to that.`);
}

/**
 * next-auth's provider for any OpenID Connect issuer: authorization code with PKCE, state and nonce,
 * endpoints by discovery. Groups that the ID token does not carry are looked for at the userinfo endpoint.
 */
export function oidcProvider(settings: OidcSettings): OAuthConfig<OidcClaims> {
  const { issuer, clientId, clientSecret, scope, groupClaim, name } = settings;
  return {
    id: OIDC_PROVIDER,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret: clientSecret.reveal(),
    authorization: { params: { scope } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: LIMIT_MS },
    userinfo: {
      async request({ client, tokens }) {
        const claims = idTokenClaims(tokens);
        refuseOtherIssuer(claims.iss, issuer);
        const endpoint = client.issuer.metadata.userinfo_endpoint;
        const accessToken = tokens.access_token;
        if (groupsOf(claims, groupClaim) !== null || !endpoint || !accessToken) return claims;
        const more = await client.userinfo(accessToken);
        if (more.sub !== claims.sub) throw new Error("The userinfo endpoint answered about somebody else.");
        return { ...more, ...claims };
      },
    },
    profile: ({ iss, sub }) => ({ id: JSON.stringify([iss, sub]) }),
  };
}
