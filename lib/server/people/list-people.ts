import type { PersonList } from "@/lib/api/people";
import { roleIncludes } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import { listPeople as listRows } from "@/lib/server/db/queries/people";
import type { Deps } from "@/lib/server/deps";
import { personResponse } from "./person-response";

/** Everybody who has, or had, an account: their names stand beside what they did. */
export async function listPeople({ database }: Pick<Deps, "database">, reader: User): Promise<PersonList> {
  const rows = await listRows(database);
  return { items: rows.map((row) => personResponse(row, roleIncludes(reader.role, "admin"))) };
}
