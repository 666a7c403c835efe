import { index, integer, pgTable, primaryKey, timestamp } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { plainText } from "./columns";

/** Frozen sets of events: "all that match", as it was at one moment. */
export const selections = pgTable(
  "selections",
  {
    id: plainText("id").primaryKey(),
    ownerId: plainText("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    total: integer("total").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  },
  (table) => [index("selections_by_expiry").on(table.expiresAt)],
);

/**
 * The events of a selection with the version each had. Not bound to `events`: one that is removed later is
 * still part of what was selected.
 */
export const selectionEvents = pgTable(
  "selection_events",
  {
    selectionId: plainText("selection_id")
      .notNull()
      .references(() => selections.id, { onDelete: "cascade" }),
    eventId: plainText("event_id").notNull(),
    version: integer("version").notNull(),
  },
  (table) => [primaryKey({ columns: [table.selectionId, table.eventId] })],
);
