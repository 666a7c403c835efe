import type { SavedView } from "@/lib/api/saved-views";
import type { User } from "@/lib/api/user";
import type { Database } from "@/lib/server/db/database";
import { findView } from "@/lib/server/db/queries/saved-views";
import { ProblemError } from "@/lib/server/http/problem-error";
import { toSavedView } from "./to-saved-view";

/** A view that `user` may see. @throws ProblemError not-found */
export async function findSavedView(db: Database, user: User, viewId: string): Promise<SavedView> {
  const row = await findView(db, user.id, viewId);
  if (row === null) throw new ProblemError("not-found", `There is no view ${viewId} that you can see.`);
  return toSavedView(row, user);
}

/** @throws ProblemError forbidden */
export function requireEditable(view: SavedView): void {
  if (view.editable) return;
  const detail = `"${view.name}" is ${view.owner.username}'s. Save a copy of your own instead.`;
  throw new ProblemError("forbidden", detail);
}
