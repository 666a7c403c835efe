import type { ChangeView, SavedView } from "@/lib/api/saved-views";
import type { User } from "@/lib/api/user";
import { isNameTaken, setDefaultView, updateView } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { findSavedView, requireEditable } from "./find-saved-view";
import { viewQuery } from "./view-query";
import { nameTaken, requireSharing } from "./view-rules";

/** Changes a view, or whether it is the caller's default. @throws ProblemError */
export async function changeView(
  { database, clock }: Deps,
  user: User,
  viewId: string,
  { isDefault, ...change }: ChangeView,
): Promise<SavedView> {
  const now = clock();
  return database.transaction(async (tx) => {
    const view = await findSavedView(tx, user, viewId);
    const { name = view.name, query = view.query, shared = view.shared } = change;
    if (Object.values(change).some((value) => value !== undefined)) {
      requireEditable(view);
      if (shared && !view.shared) requireSharing(user);
      if (await isNameTaken(tx, view.owner.id, viewId, name)) throw nameTaken(name);
      await updateView(tx, viewId, { name, query: viewQuery(query, now), shared, updatedAt: now });
    }
    if (isDefault !== undefined) await setDefaultView(tx, user.id, viewId, isDefault);
    return findSavedView(tx, user, viewId);
  });
}
