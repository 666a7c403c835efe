import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database";
import { users } from "../schema/accounts";
import { defaultViews, savedViews } from "../schema/saved-views";

/** A view as one person sees it. */
export type ViewRow = Omit<typeof savedViews.$inferSelect, "ownerId"> & {
  readonly owner: { readonly id: string; readonly username: string };
  readonly isDefault: boolean;
};

/** The person's own views and the shared ones, by name. */
export function selectViews(db: Database, userId: string): Promise<ViewRow[]> {
  return visibleViews(db, userId, undefined);
}

/** One view, if the person may see it. */
export async function findView(db: Database, userId: string, viewId: string): Promise<ViewRow | null> {
  const [view] = await visibleViews(db, userId, eq(savedViews.id, viewId));
  return view ?? null;
}

function visibleViews(db: Database, userId: string, where: SQL | undefined): Promise<ViewRow[]> {
  return db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      createdAt: savedViews.createdAt,
      updatedAt: savedViews.updatedAt,
      owner: { id: users.id, username: users.username },
      isDefault: sql<boolean>`${defaultViews.viewId} IS NOT NULL`,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .leftJoin(defaultViews, and(eq(defaultViews.userId, userId), eq(defaultViews.viewId, savedViews.id)))
    .where(and(or(eq(savedViews.ownerId, userId), savedViews.shared), where))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id));
}

/** @returns false when the owner has a view of that name. */
export async function insertView(db: Database, view: typeof savedViews.$inferInsert): Promise<boolean> {
  const inserted = await db
    .insert(savedViews)
    .values(view)
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return inserted.length > 0;
}

/** Keeps others from changing or deleting a view until the transaction ends; before it is read there. */
export async function lockView(tx: Database, viewId: string): Promise<void> {
  await tx.select({ id: savedViews.id }).from(savedViews).where(eq(savedViews.id, viewId)).for("update");
}

/** Whether the owner of a view has another one of that name; until the transaction ends nobody can add one. */
export async function isNameTaken(
  tx: Database,
  ownerId: string,
  viewId: string,
  name: string,
): Promise<boolean> {
  // Whoever adds a view refers to its owner, and so waits.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, ownerId)).for("update");
  const [other] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(eq(savedViews.ownerId, ownerId), eq(savedViews.name, name), sql`${savedViews.id} <> ${viewId}`),
    )
    .limit(1);
  return other !== undefined;
}

export async function updateView(
  db: Database,
  viewId: string,
  change: Partial<Pick<ViewRow, "name" | "query" | "shared">> & Pick<ViewRow, "updatedAt">,
): Promise<void> {
  await db.update(savedViews).set(change).where(eq(savedViews.id, viewId));
}

export async function removeView(db: Database, viewId: string): Promise<void> {
  await db.delete(savedViews).where(eq(savedViews.id, viewId));
}

/** Makes a view the person's default, or no longer. */
export async function setDefaultView(
  db: Database,
  userId: string,
  viewId: string,
  isDefault: boolean,
): Promise<void> {
  if (isDefault) {
    await db
      .insert(defaultViews)
      .values({ userId, viewId })
      .onConflictDoUpdate({ target: defaultViews.userId, set: { viewId } });
  } else {
    await db
      .delete(defaultViews)
      .where(and(eq(defaultViews.userId, userId), eq(defaultViews.viewId, viewId)));
  }
}
