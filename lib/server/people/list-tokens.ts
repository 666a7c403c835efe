import type { OWNERS } from "@/lib/api/sessions";
import type { TokenList } from "@/lib/api/tokens";
import type { User } from "@/lib/api/user";
import { listTokens as listRows } from "@/lib/server/db/queries/token-store";
import type { Deps } from "@/lib/server/deps";
import { ownedBy } from "./owned-by";
import { tokenResponse } from "./token-response";

/** API tokens, newest first, ended ones too. @throws ProblemError forbidden */
export async function listTokens(
  { clock, database }: Pick<Deps, "clock" | "database">,
  reader: User,
  owner: (typeof OWNERS)[number],
): Promise<TokenList> {
  const rows = await listRows(database, ownedBy(owner, reader));
  return { items: rows.map((row) => tokenResponse(row, clock())) };
}
