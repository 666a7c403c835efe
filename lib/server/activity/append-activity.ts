import { z } from "zod";
import type { ActivityAction } from "@/lib/api/activity";
import type { Actor } from "@/lib/api/actor";
import type { SourceId } from "@/lib/events/source-id";
import { storableText } from "@/lib/format/storable-text";
import type { Database } from "@/lib/server/db/database";
import {
  type ActivityRow,
  insertEntries,
  lockHead,
  moveHead,
} from "@/lib/server/db/queries/activity-entries";
import { storableJson } from "@/lib/server/db/storable-text";
import { entryHash } from "./entry-hash";

/** How a person came: through the screens, or by a token of the API. */
export type PersonOrigin = "watchfloor" | "api";

export type ActivityActor =
  | { readonly kind: "user"; readonly id: string; readonly name: string; readonly origin: PersonOrigin }
  | { readonly kind: "cloud-user"; readonly id: string | null; readonly name: string | null }
  | { readonly kind: "anonymous"; readonly name: string | null }
  | { readonly kind: "system" };

export type ActivityEntry = {
  readonly at: Date;
  readonly actor: ActivityActor;
  readonly action: ActivityAction;
  readonly subject: string | null;
  /** The source, where the subject is an event. */
  readonly source?: SourceId;
  /** What was before and after: a status, a role, an assignee. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Values that JSON can hold. Never a secret: entries are for ever. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly address: string | null;
};

const jsonObject = z.record(z.string(), z.json());

/** The actor as it is stored and answered. */
export function storedActor(actor: ActivityActor): Actor {
  if (actor.kind === "system") return { kind: "system", id: null, name: null };
  if (actor.kind === "anonymous") return { kind: "anonymous", id: null, name: actor.name };
  return { kind: actor.kind, id: actor.id, name: actor.name };
}

/** Appends to the record of who did what. Pass the transaction of the change that is recorded. */
export async function appendActivity(database: Database, entry: ActivityEntry): Promise<void> {
  await appendActivities(database, [entry]);
}

/**
 * Appends several entries in their order. The end of the chain is locked from here to the end of the
 * transaction, so this comes last in it: nothing else is waited for while others wait.
 */
export async function appendActivities(database: Database, entries: readonly ActivityEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await database.transaction(async (transaction) => {
    let { lastId, hash } = await lockHead(transaction);
    const rows = entries.map((entry): ActivityRow => {
      const row = { id: lastId + 1, ...activityRow(entry), previousHash: hash };
      hash = entryHash(row);
      lastId += 1;
      return { ...row, hash };
    });
    await insertEntries(transaction, rows);
    await moveHead(transaction, { lastId, hash });
  });
}

/**
 * The texts are made storable before they are hashed: what is read back must give the same hash. How a person came is
 * kept among the details, where older entries do not have it: a column would change what their hashes were made of.
 */
function activityRow(entry: ActivityEntry) {
  const { at, action, subject, source, from, to, address } = entry;
  const details =
    entry.actor.kind === "user" ? { ...entry.details, origin: entry.actor.origin } : entry.details;
  const actor = storedActor(entry.actor);
  const text = (value: string | null | undefined) =>
    value === null || value === undefined ? null : storableText(value);
  return {
    at,
    actorKind: actor.kind,
    actorId: text(actor.id),
    actorName: text(actor.name),
    action,
    subject: text(subject),
    source: source ?? null,
    fromValue: text(from),
    toValue: text(to),
    details: jsonObject.parse(JSON.parse(storableJson(details))),
    address: text(address),
  };
}
