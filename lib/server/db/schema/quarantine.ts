import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { sourceCodes } from "../codes";
import { coded, plainText } from "./columns";

/** Records that could not be mapped: kept with their text and the reason, never dropped. */
export const quarantinedRecords = pgTable(
  "quarantined_records",
  {
    connection: plainText("connection").notNull(),
    source: coded(sourceCodes)("source").notNull(),
    /** Hash of the text: a record that comes again is the same row. */
    digest: plainText("digest").notNull(),
    raw: text("raw").notNull(),
    reason: text("reason").notNull(),
    firstSeenAt: timestamp("first_seen_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connection, table.source, table.digest] }),
    index("quarantined_records_by_time").on(table.lastSeenAt),
  ],
);
