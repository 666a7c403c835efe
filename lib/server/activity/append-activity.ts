import type { Database } from "@/lib/server/db/database";
import { insertActivity } from "@/lib/server/db/queries/activity-insert";

/** What people can do that is recorded. */
type ActivityAction = "session.started" | "session.refused" | "session.ended" | "account.created";

type ActivityActor =
  | { readonly kind: "user"; readonly id: string; readonly name: string }
  | { readonly kind: "anonymous"; readonly name: string | null }
  | { readonly kind: "system" };

export type ActivityEntry = {
  readonly at: Date;
  readonly actor: ActivityActor;
  readonly action: ActivityAction;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly address: string | null;
};

/** Appends to the record of who did what. Pass the transaction of the change that is recorded. */
export async function appendActivity(database: Database, entry: ActivityEntry): Promise<void> {
  const { actor, ...rest } = entry;
  await insertActivity(database, {
    ...rest,
    actorKind: actor.kind,
    actorId: actor.kind === "user" ? actor.id : null,
    actorName: actor.kind === "system" ? null : actor.name,
  });
}
