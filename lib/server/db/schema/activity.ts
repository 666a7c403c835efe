import { bigint, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Who did what: only ever appended to. */
export const activity = pgTable(
  "activity",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    actorKind: text("actor_kind", { enum: ["user", "anonymous", "system"] }).notNull(),
    /** The account's id; null where nobody is known. */
    actorId: text("actor_id"),
    /** The name at that time, or the one that was typed. */
    actorName: text("actor_name"),
    /** For example `session.started`. */
    action: text("action").notNull(),
    /** What was acted on: an event's id, a session's id ...; null where the actor is all there is. */
    subject: text("subject"),
    details: jsonb("details").$type<Readonly<Record<string, unknown>>>().notNull(),
    address: text("address"),
  },
  (table) => [index("activity_at").on(table.at, table.id), index("activity_subject").on(table.subject)],
);
