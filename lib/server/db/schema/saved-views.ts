import { boolean, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { plainText } from "./columns";

/** Stored views of the queue, personal or shared. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: plainText("id").primaryKey(),
    ownerId: plainText("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** URL parameters of the queue in canonical form. */
    query: text("query").notNull(),
    shared: boolean("shared").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  },
  (table) => [
    uniqueIndex("saved_views_name").on(table.ownerId, table.name),
    index("saved_views_shared").on(table.shared),
  ],
);

/** The view that the queue opens with: at most one per person, their own or a shared one. */
export const defaultViews = pgTable("default_views", {
  userId: plainText("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  viewId: plainText("view_id")
    .notNull()
    .references(() => savedViews.id, { onDelete: "cascade" }),
});
