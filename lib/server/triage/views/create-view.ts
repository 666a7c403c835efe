import { nanoid } from "nanoid";
import type { z } from "zod";
import type { createViewSchema, SavedView } from "@/lib/api/saved-views";
import type { Acting } from "@/lib/server/auth/acting";
import { insertView, setDefaultView } from "@/lib/server/db/queries/saved-views";
import type { Deps } from "@/lib/server/deps";
import { findSavedView } from "./find-saved-view";
import { recordViewChange } from "./record-view-change";
import { viewQuery } from "./view-query";
import { nameTaken, requireSharing } from "./view-rules";

/** Stores a view. @throws ProblemError invalid-request, forbidden, conflict */
export async function createView(
  { database, clock }: Deps,
  acting: Acting,
  { name, query, shared, isDefault }: z.output<typeof createViewSchema>,
): Promise<SavedView> {
  const { user } = acting.signedIn;
  if (shared) requireSharing(user);
  const now = clock();
  const stored = { ownerId: user.id, name, query: viewQuery(query, now), shared };
  const id = nanoid();
  return database.transaction(async (tx) => {
    const inserted = await insertView(tx, { id, ...stored, createdAt: now, updatedAt: now });
    if (!inserted) throw nameTaken(name);
    if (isDefault) await setDefaultView(tx, user.id, id, true);
    const after = await findSavedView(tx, user, id);
    await recordViewChange(tx, acting, now, { before: null, after });
    return after;
  });
}
