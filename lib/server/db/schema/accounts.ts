import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/api/role";
import { plainText } from "./columns";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** People who may sign in. */
export const users = pgTable(
  "users",
  {
    id: plainText("id").primaryKey(),
    /** As typed at the first entry; compared without regard to case. */
    username: text("username").notNull(),
    /** argon2id in PHC form; null for accounts that sign in elsewhere. */
    passwordHash: text("password_hash"),
    /** Where the account signs in, and who it is there; null for local accounts. */
    issuer: text("issuer"),
    subject: text("subject"),
    role: text("role", { enum: ROLES }).notNull(),
    /** The password is known to somebody else: nothing but changing it is allowed. */
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    /** When a password that somebody else gave stops to let anybody in; null for one's own. */
    passwordExpiresAt: instant("password_expires_at"),
    /** Grows with every change that an administrator makes. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    lastSignInAt: instant("last_sign_in_at"),
    /** Since when the account may not sign in. */
    disabledAt: instant("disabled_at"),
  },
  (table) => [
    uniqueIndex("users_username").on(sql`lower(${table.username})`),
    unique("users_issuer_subject").on(table.issuer, table.subject),
    check("users_role", sql`${table.role} in ('viewer', 'analyst', 'admin')`),
    check("users_origin", sql`(${table.issuer} is null) = (${table.subject} is null)`),
    check("users_password", sql`${table.issuer} is null or ${table.passwordHash} is null`),
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
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Kept to the minute. */
    lastUsedAt: instant("last_used_at").notNull(),
    /** Signed out, or ended by an administrator. */
    revokedAt: instant("revoked_at"),
    address: text("address"),
    userAgent: text("user_agent"),
  },
  (table) => [index("sessions_user").on(table.userId)],
);

/** Keys of programs. The token itself is kept nowhere: what is stored cannot be used to sign in. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: plainText("id").primaryKey(),
    userId: plainText("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    /** The token's first characters, for people to tell it apart. */
    prefix: text("prefix").notNull(),
    /** SHA-256, base64url. */
    hash: plainText("hash").notNull().unique(),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Kept to the minute. */
    lastUsedAt: instant("last_used_at"),
    /** When its use was last written to the activity. */
    lastRecordedAt: instant("last_recorded_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("api_tokens_user").on(table.userId),
    check("api_tokens_role", sql`${table.role} in ('viewer', 'analyst', 'admin')`),
  ],
);
