import { lowerRole } from "@/lib/api/role";
import type { Token } from "@/lib/api/tokens";
import type { TokenRow } from "@/lib/server/db/queries/token-store";

function stateOf({ token, owner }: TokenRow, now: Date): Token["state"] {
  if (token.revokedAt !== null) return "revoked";
  if (token.expiresAt <= now) return "expired";
  return owner.disabledAt === null ? "active" : "owner-disabled";
}

/** A token as the API gives it. */
export function tokenResponse(row: TokenRow, now: Date): Token {
  const { token, owner } = row;
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    owner: { id: owner.id, username: owner.username },
    role: token.role,
    effectiveRole: lowerRole(token.role, owner.role),
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    state: stateOf(row, now),
  };
}
