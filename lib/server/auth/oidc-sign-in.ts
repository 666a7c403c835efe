import { nanoid } from "nanoid";
import { isReservedName } from "@/lib/api/people";
import type { Role } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Database } from "@/lib/server/db/database";
import {
  type ExternalIdentity,
  insertExternalAccount,
  lockExternalAccount,
  setRole,
} from "@/lib/server/db/queries/external-accounts";
import type { Deps } from "@/lib/server/deps";
import { groupsOf, roleOfGroups } from "./group-role";
import type { OidcClaims } from "./oidc-provider";
import type { OidcSettings } from "./oidc-settings";
import type { RequestFacts } from "./request-facts";

export type OidcSignInResult =
  | { readonly kind: "accepted"; readonly user: User }
  /** None of the person's groups gives a role, or an administrator disabled the account. */
  | { readonly kind: "no-role" | "disabled" };

type Arrival = {
  readonly identity: ExternalIdentity;
  readonly name: string;
  readonly role: Role;
  readonly at: Date;
  readonly address: string;
};

const LONGEST_NAME = 56;

/** The name that the provider prefers, as far as it is one of ours. */
function preferredName(claims: OidcClaims): string {
  const given = [claims.preferred_username, claims.email, claims.name, claims.sub];
  const name = given.find((value) => typeof value === "string" && value.trim() !== "");
  const plain = String(name)
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9._@+-]+/gi, "-")
    .replace(/^[^a-z0-9]+/i, "")
    .slice(0, LONGEST_NAME);
  if (isReservedName(plain)) return `user-${plain}`;
  return plain.length < 2 ? `user-${nanoid(8)}` : plain;
}

/** A name that is taken belongs to somebody else, whoever has it there: it gets a number. */
async function createAccount(transaction: Database, arrival: Arrival): Promise<User> {
  const { identity, name, role, at, address } = arrival;
  const names = [name, ...[2, 3, 4, 5].map((number) => `${name}-${number}`), `${name}-${nanoid(6)}`];
  for (const username of names) {
    const user = { id: nanoid(), username, role };
    if (!(await insertExternalAccount(transaction, { ...user, ...identity, createdAt: at }))) continue;
    await appendActivity(transaction, {
      at,
      actor: { kind: "system" },
      action: "account.created",
      subject: user.id,
      details: { username, role, issuer: identity.issuer },
      address,
    });
    return user;
  }
  throw new Error("No name is free for the account.");
}

async function takeRole(transaction: Database, user: User, arrival: Arrival): Promise<User> {
  const { role, at, address, identity } = arrival;
  if (user.role === role) return user;
  await setRole(transaction, user.id, role);
  await appendActivity(transaction, {
    at,
    actor: { kind: "system" },
    action: "role.changed",
    subject: user.id,
    from: user.role,
    to: role,
    details: { username: user.username, issuer: identity.issuer },
    address,
  });
  return { ...user, role };
}

/**
 * Lets somebody in whom the identity provider has vouched for. Who they are is decided by issuer and
 * subject, never by a name; their role by their groups, anew at every sign-in.
 */
export async function oidcSignIn(
  deps: Pick<Deps, "apiTokens" | "clock" | "database" | "sessions">,
  settings: OidcSettings,
  claims: OidcClaims,
  facts: RequestFacts,
): Promise<OidcSignInResult> {
  const { address, userAgent } = facts;
  const at = deps.clock();
  const identity = { issuer: claims.iss, subject: claims.sub };
  const name = preferredName(claims);
  const role = roleOfGroups(groupsOf(claims, settings.groupClaim) ?? [], settings.roleMap);
  const result = await deps.database.transaction(async (transaction): Promise<OidcSignInResult> => {
    const known = await lockExternalAccount(transaction, identity);
    const reason = role === null ? "no-role" : known?.disabledAt ? "disabled" : null;
    if (role === null || reason !== null) {
      await appendActivity(transaction, {
        at,
        actor: { kind: "anonymous", name },
        action: "session.refused",
        subject: null,
        details: { userAgent, reason: reason ?? "no-role", ...identity },
        address,
      });
      return { kind: reason ?? "no-role" };
    }
    const arrival = { identity, name, role, at, address };
    if (known === null) return { kind: "accepted", user: await createAccount(transaction, arrival) };
    const { disabledAt: _, ...user } = known;
    return { kind: "accepted", user: await takeRole(transaction, user, arrival) };
  });
  deps.sessions.forgetAll();
  deps.apiTokens.forgetAll();
  return result;
}
