import { jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { SourceSync } from "@/lib/api/source-list";
import { sourceCodes } from "../codes";
import { coded, plainText } from "./columns";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** How the reading of each source of each connection goes, and how far it has come. */
export const syncStates = pgTable(
  "sync_states",
  {
    connection: plainText("connection").notNull(),
    source: coded(sourceCodes)("source").notNull(),
    lastAttemptAt: instant("last_attempt_at"),
    /** The last time at which everything new had been read. */
    lastSuccessAt: instant("last_success_at"),
    /** Without another success the copy counts as stale from then on. */
    freshUntil: instant("fresh_until"),
    failingSince: instant("failing_since"),
    reason: text("reason"),
    errorCode: text("error_code"),
    errorRequestId: text("error_request_id"),
    /** The unbroken stretch up to the newest reading. */
    coveredFrom: instant("covered_from"),
    coveredTo: instant("covered_to"),
    progress: jsonb("progress").$type<SourceSync["progress"]>(),
    gaps: jsonb("gaps").$type<SourceSync["gaps"]>().notNull(),
    /** What the sync needs to go on after a restart; only the sync reads it. */
    bookmark: jsonb("bookmark").$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.connection, table.source] })],
);
