import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { ACTOR_KINDS } from "@/lib/api/actor";
import { statusCodes, statusOriginCodes, writeStateCodes } from "../codes";
import { coded, plainText } from "./columns";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** One command of a person: a status for one event or for thousands. What undo names. */
export const changes = pgTable(
  "changes",
  {
    id: plainText("id").primaryKey(),
    at: instant("at").notNull(),
    actorId: plainText("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    /** Null for an undo: each event gets its own status back. */
    status: coded(statusCodes)("status"),
    note: text("note"),
    reason: plainText("reason"),
    origin: text("origin", { enum: ["watchfloor", "api"] }).notNull(),
    address: text("address"),
    /** The change that this one takes back. */
    undoes: plainText("undoes"),
    idempotencyKey: plainText("idempotency_key"),
  },
  (table) => [
    uniqueIndex("changes_idempotency").on(table.actorId, table.idempotencyKey),
    index("changes_undoes").on(table.undoes),
  ],
);

/**
 * Every change of an event's status, by us or in the cloud: the event's history, and where a cloud has to be
 * told, the outbox. It outlives the event, so there is no foreign key.
 */
export const statusChanges = pgTable(
  "status_changes",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    eventId: plainText("event_id").notNull(),
    /** The event's version that this change made. */
    version: integer("version").notNull(),
    from: coded(statusCodes)("from_status").notNull(),
    to: coded(statusCodes)("to_status").notNull(),
    /** Who kept the status before: needed to take a change back. */
    fromOrigin: coded(statusOriginCodes)("from_origin").notNull(),
    /** Null where the cloud changed it by itself. */
    changeId: plainText("change_id"),
    actorKind: text("actor_kind", { enum: ACTOR_KINDS }).notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name"),
    note: text("note"),
    reason: plainText("reason"),
    origin: text("origin", { enum: ["watchfloor", "api", "cloud-console", "cloud-system"] }).notNull(),
    /** How far the write to the cloud has come; null where there is none, or none any more. */
    writeState: coded(writeStateCodes)("write_state"),
    /** What a person should know about the write: why it failed, by whom it was overtaken. */
    message: text("message"),
    /** When the next step is due; null where none is. */
    dueAt: instant("due_at"),
    /**
     * The status that the cloud had when the change was made: anything else means somebody came first. Of a change in the
     * cloud: the one that it had before.
     */
    expected: coded(statusCodes)("expected_status"),
    /**
     * A word of the cloud that is no status of ours; empty where it told none. The one that it had when the change was
     * made (then nothing else is `expected`), or the one that somebody set there.
     */
    cloudWord: text("cloud_word"),
    /** The note as it is written to the cloud. */
    cloudNote: text("cloud_note"),
    /** When the call was made last, or may have been. */
    sentAt: instant("sent_at"),
    /** The cloud has answered that call: it is known to have arrived. */
    acknowledged: boolean("acknowledged").notNull().default(false),
    sends: integer("sends").notNull().default(0),
    /** Looks at the cloud since the last call. */
    looks: integer("looks").notNull().default(0),
    /** Failures in a row, for the back-off. */
    failures: integer("failures").notNull().default(0),
    /** When the first of them was; null where the last call was answered. */
    failingSince: instant("failing_since"),
  },
  (table) => [
    index("status_changes_by_event").on(table.eventId, table.id),
    index("status_changes_by_change").on(table.changeId, table.eventId),
    index("status_changes_due").on(table.dueAt).where(sql`${table.dueAt} is not null`),
  ],
);
