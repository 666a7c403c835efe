import type { User } from "@/lib/api/user";
import { removeView } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { findSavedView, requireEditable } from "./find-saved-view";

/** @throws ProblemError not-found, forbidden */
export async function deleteView({ database }: Deps, user: User, viewId: string): Promise<void> {
  requireEditable(await findSavedView(database, user, viewId));
  await removeView(database, viewId);
}
