import { and, asc, eq, gte, lt, min, ne } from "drizzle-orm";
import type { Database } from "../database";
import { eventViewers } from "../schema/event-work";

type Tab = Pick<typeof eventViewers.$inferSelect, "eventId" | "userId" | "tab">;

/** Notes that somebody's tab still shows the event. */
export async function touchViewer(
  tx: Database,
  tab: Tab & { readonly userName: string },
  at: Date,
): Promise<void> {
  await tx
    .insert(eventViewers)
    .values({ ...tab, since: at, seenAt: at })
    .onConflictDoUpdate({
      target: [eventViewers.eventId, eventViewers.userId, eventViewers.tab],
      set: { seenAt: at },
    });
}

export async function removeViewer(tx: Database, { eventId, userId, tab }: Tab): Promise<void> {
  await tx
    .delete(eventViewers)
    .where(
      and(eq(eventViewers.eventId, eventId), eq(eventViewers.userId, userId), eq(eventViewers.tab, tab)),
    );
}

/** Forgets tabs that were heard of before `before` only, of any event. */
export async function removeLostViewers(tx: Database, before: Date): Promise<void> {
  await tx.delete(eventViewers).where(lt(eventViewers.seenAt, before));
}

/** Everybody but `userId` who has the event open, each once, the first to come first. */
export async function listOtherViewers(
  db: Database,
  eventId: string,
  { userId, seenSince }: { readonly userId: string; readonly seenSince: Date },
): Promise<{ userId: string; userName: string; since: Date | null }[]> {
  const since = min(eventViewers.since);
  return db
    .select({ userId: eventViewers.userId, userName: eventViewers.userName, since })
    .from(eventViewers)
    .where(
      and(
        eq(eventViewers.eventId, eventId),
        ne(eventViewers.userId, userId),
        gte(eventViewers.seenAt, seenSince),
      ),
    )
    .groupBy(eventViewers.userId, eventViewers.userName)
    .orderBy(asc(since), asc(eventViewers.userName));
}
