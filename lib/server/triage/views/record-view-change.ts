import type { SavedView } from "@/lib/api/saved-views";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import type { Database } from "@/lib/server/db/database";

/**
 * Records what somebody did to a view that others see, or saw; what is personal concerns nobody. Call it last in
 * the transaction.
 * @param before null for a new view
 * @param after null for one that is gone
 */
export async function recordViewChange(
  tx: Database,
  acting: Acting,
  at: Date,
  { before, after }: { readonly before: SavedView | null; readonly after: SavedView | null },
): Promise<void> {
  const view = after ?? before;
  if (!view || !(before?.shared || after?.shared)) return;
  const facts = (state: SavedView | null) =>
    state && { name: state.name, query: state.query, shared: state.shared };
  await appendActivity(tx, {
    ...recordedActor(acting),
    at,
    action: "view.changed",
    subject: view.id,
    details: { owner: view.owner.username, before: facts(before), after: facts(after) },
  });
}
