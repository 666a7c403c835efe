import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/api/user";
import { plainText } from "./columns";

/** People who may sign in. */
export const users = pgTable(
  "users",
  {
    id: plainText("id").primaryKey(),
    /** As typed at the first entry; compared without regard to case. */
    username: text("username").notNull(),
    /** argon2id in PHC form; null for accounts that sign in elsewhere. */
    passwordHash: text("password_hash"),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    /** Since when the account may not sign in. */
    disabledAt: timestamp("disabled_at", { withTimezone: true, precision: 3, mode: "date" }),
  },
  (table) => [
    uniqueIndex("users_username").on(sql`lower(${table.username})`),
    check("users_role", sql`${table.role} in ('viewer', 'analyst', 'admin')`),
  ],
);

/** Signed-in browsers. The cookie carries the id; what the row says counts. */
export const sessions = pgTable(
  "sessions",
  {
    id: plainText("id").primaryKey(),
    userId: plainText("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    /** Kept to the minute. */
    lastUsedAt: timestamp("last_used_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    /** Signed out, or ended by an administrator. */
    revokedAt: timestamp("revoked_at", { withTimezone: true, precision: 3, mode: "date" }),
    address: text("address"),
    userAgent: text("user_agent"),
  },
  (table) => [index("sessions_user").on(table.userId)],
);
