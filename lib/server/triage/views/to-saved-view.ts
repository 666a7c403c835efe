import type { SavedView } from "@/lib/api/saved-views";
import type { User } from "@/lib/api/user";
import type { ViewRow } from "@/lib/server/db/queries/saved-views";

/** A stored view as `user` is told of it. */
export function toSavedView(row: ViewRow, user: User): SavedView {
  return {
    ...row,
    editable: row.owner.id === user.id || (row.shared && user.role === "admin"),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
