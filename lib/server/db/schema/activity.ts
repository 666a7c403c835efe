import { bigint, index, jsonb, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { ACTOR_KINDS } from "@/lib/api/actor";
import { plainText } from "./columns";

/**
 * Who did what: only ever appended to. Triggers (migrations/0000_initial.sql) refuse everything else, and every entry
 * holds the hash of the one before, so that a change made around the triggers is found.
 */
export const activity = pgTable(
  "activity",
  {
    id: bigint("id", { mode: "number" }).primaryKey(),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    actorKind: text("actor_kind", { enum: ACTOR_KINDS }).notNull(),
    /** The account's id, or the cloud's user id; null where nobody is known. */
    actorId: text("actor_id"),
    /** The name at that time, or the one that was typed. */
    actorName: text("actor_name"),
    /** For example `session.started`. */
    action: plainText("action").notNull(),
    /** What was acted on: an event's id, a session's id ...; null where the actor is all there is. */
    subject: plainText("subject"),
    /** The source of the event that was acted on. */
    source: plainText("source"),
    /** The status, role or assignee before and after. */
    fromValue: text("from_value"),
    toValue: text("to_value"),
    details: jsonb("details").$type<Readonly<Record<string, unknown>>>().notNull(),
    address: text("address"),
    previousHash: plainText("previous_hash").notNull(),
    hash: plainText("hash").notNull(),
  },
  (table) => [
    index("activity_action").on(table.action, table.id),
    index("activity_at").on(table.at, table.id),
    index("activity_subject").on(table.subject, table.id),
  ],
);

/** The last entry. Whoever appends holds this row until the end of the transaction. */
export const activityHead = pgTable("activity_head", {
  id: smallint("id").primaryKey(),
  lastId: bigint("last_id", { mode: "number" }).notNull(),
  hash: plainText("hash").notNull(),
});
