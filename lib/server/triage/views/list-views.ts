import type { SavedViewList } from "@/lib/api/saved-views";
import type { User } from "@/lib/api/user";
import { selectViews } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { toSavedView } from "./to-saved-view";

/** The caller's own views and the shared ones, by name. */
export async function listViews({ database }: Pick<Deps, "database">, user: User): Promise<SavedViewList> {
  const rows = await selectViews(database, user.id);
  return { items: rows.map((row) => toSavedView(row, user)) };
}
