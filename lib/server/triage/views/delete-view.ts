import type { Acting } from "@/lib/server/auth/acting";
import { lockView, removeView } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { findSavedView, requireEditable } from "./find-saved-view";
import { recordViewChange } from "./record-view-change";

/** @throws ProblemError not-found, forbidden */
export async function deleteView({ database, clock }: Deps, acting: Acting, viewId: string): Promise<void> {
  const at = clock();
  await database.transaction(async (tx) => {
    await lockView(tx, viewId);
    const before = await findSavedView(tx, acting.signedIn.user, viewId);
    requireEditable(before);
    await removeView(tx, viewId);
    await recordViewChange(tx, acting, at, { before, after: null });
  });
}
