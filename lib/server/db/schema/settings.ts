import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import type { Settings } from "@/lib/api/settings";

/** What an administrator decided for everybody: one row at most. */
export const settings = pgTable(
  "settings",
  {
    id: smallint("id").primaryKey().default(1),
    /** Without an entry the default counts. */
    value: jsonb("value").$type<Settings>().notNull(),
    version: integer("version").notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    /** The name at that time. */
    updatedBy: text("updated_by").notNull(),
  },
  (table) => [check("settings_single", sql`${table.id} = 1`)],
);
