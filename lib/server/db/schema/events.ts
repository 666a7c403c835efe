import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import {
  outcomeCodes,
  severityCodes,
  sourceCodes,
  statusCodes,
  statusOriginCodes,
  writeStateCodes,
} from "../codes";
import { coded, plainText, transactionId } from "./columns";
import { targets } from "./targets";

/**
 * What events are filtered, sorted and counted by, and nothing else: a row is about 200 bytes, so that
 * counting 100,000 of them is a matter of milliseconds. What people read is in `event_details`.
 * Fixed-width columns come first: PostgreSQL then finds them without walking the texts.
 */
export const events = pgTable(
  "events",
  {
    /** Milliseconds, as in JavaScript: a cursor must name an instant exactly. */
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    attackCount: bigint("attack_count", { mode: "number" }).notNull(),
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    /**
     * The transaction that brought the event into the index. Transactions end in another order than they
     * begin: only this, compared with a reader's snapshot, says exactly what the reader has not seen.
     */
    addedIn: transactionId("added_in").notNull().default(sql`pg_current_xact_id()`),
    version: integer("version").notNull(),
    severity: coded(severityCodes)("severity").notNull(),
    status: coded(statusCodes)("status").notNull(),
    statusOrigin: coded(statusOriginCodes)("status_origin").notNull(),
    writeState: coded(writeStateCodes)("write_state"),
    source: coded(sourceCodes)("source").notNull(),
    outcome: coded(outcomeCodes)("outcome").notNull(),
    id: plainText("id").primaryKey(),
    connection: plainText("connection").notNull(),
    type: plainText("type").notNull(),
    assignee: plainText("assignee"),
    /** The distinct attackers: the same as the rows of `event_attackers`, here for counting without a join. */
    attackerIds: integer("attacker_ids").array().notNull(),
    /**
     * Names the values of all fields of few values together: which they are is in `facet_combinations`. A hash, so
     * that nobody waits for a number to be given out; not PostgreSQL's own, which may differ between its versions.
     * Free text is preceded by its length, so that no two combinations have the same text.
     */
    combinationId: bigint("combination_id", { mode: "bigint" })
      .notNull()
      .generatedAlwaysAs(
        sql`('x' || left(md5(severity::text || '|' || status::text || '|' || source::text || '|' || outcome::text || '|' || length(coalesce(assignee, ''))::text || '|' || length(connection)::text || '|' || coalesce(assignee, '') || connection || type), 16))::bit(64)::bigint`,
      ),
  },
  (table) => [
    index("events_by_time").on(table.lastSeenAt, table.id),
    index("events_by_severity").on(table.severity, table.lastSeenAt, table.id),
    index("events_by_arrival").on(table.addedIn),
    index("events_by_attack_count").on(table.attackCount, table.lastSeenAt, table.id),
    // Migrations INCLUDE columns in events_by_time, and add events_by_combination and events_by_target, so that
    // what matches is counted from an index alone. Drizzle has no words for it.
  ],
);

/** The lower-cased text that free-text search looks into; beside the event, because searches read all of it. */
export const eventTexts = pgTable(
  "event_texts",
  {
    eventId: plainText("event_id")
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
  },
  (table) => [index("event_texts_trigrams").using("gin", table.text.op("gin_trgm_ops"))],
);
