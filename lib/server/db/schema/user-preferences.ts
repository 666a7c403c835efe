import { jsonb, pgTable, timestamp } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { plainText } from "./columns";

/** What each person has chosen for their screens. */
export const userPreferences = pgTable("user_preferences", {
  userId: plainText("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Read through the schema of lib/api/preferences: an older version may have written it. */
  preferences: jsonb("preferences").$type<unknown>().notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
});
