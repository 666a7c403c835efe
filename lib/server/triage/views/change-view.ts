import type { ChangeView, SavedView } from "@/lib/api/saved-views";
import type { Acting } from "@/lib/server/auth/acting";
import { isNameTaken, lockView, setDefaultView, updateView } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { findSavedView, requireEditable } from "./find-saved-view";
import { recordViewChange } from "./record-view-change";
import { viewQuery } from "./view-query";
import { nameTaken, requireSharing } from "./view-rules";

/**
 * Changes a view, or whether it is the caller's default.
 * @throws ProblemError invalid-request, not-found, forbidden, conflict
 */
export async function changeView(
  { database, clock }: Pick<Deps, "clock" | "database">,
  acting: Acting,
  viewId: string,
  { isDefault, ...change }: ChangeView,
): Promise<SavedView> {
  const { user } = acting.signedIn;
  const now = clock();
  return database.transaction(async (tx) => {
    await lockView(tx, viewId);
    const before = await findSavedView(tx, user, viewId);
    const { name = before.name, shared = before.shared } = change;
    // A stored query is not judged anew: a range from a month ago to a fixed day ends some day.
    const query = change.query === undefined ? before.query : viewQuery(change.query, now);
    const changes = Object.values(change).some((value) => value !== undefined);
    if (changes) {
      requireEditable(before);
      if (shared && !before.shared) requireSharing(user);
      if (await isNameTaken(tx, before.owner.id, viewId, name)) throw nameTaken(name);
      await updateView(tx, viewId, { name, query, shared, updatedAt: now });
    }
    if (isDefault !== undefined) await setDefaultView(tx, user.id, viewId, isDefault);
    // An administrator who makes somebody's view personal cannot see it any more, and is told of it once.
    const after = await findSavedView(tx, shared ? user : { ...user, id: before.owner.id }, viewId);
    if (changes) await recordViewChange(tx, acting, now, { before, after });
    return after;
  });
}
