import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { plainText } from "./columns";
import { events } from "./events";

/** The last history that a cloud gave for an event: shown while the cloud does not answer. */
export const cloudOperations = pgTable("cloud_operations", {
  eventId: plainText("event_id")
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  readAt: timestamp("read_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  /** JSON text of the operations. Text, because jsonb refuses what an attacker may put into a note. */
  operations: text("operations").notNull(),
});
