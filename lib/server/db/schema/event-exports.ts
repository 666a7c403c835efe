import { bigint, boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { plainText } from "./columns";

/** Files of events that were written, and how far; see the manifest of `lib/api/event-export`. */
export const eventExports = pgTable(
  "event_exports",
  {
    id: plainText("id").primaryKey(),
    /** Not bound to `users`: what was exported stays known. */
    ownerId: plainText("owner_id").notNull(),
    format: plainText("format").notNull(),
    filter: text("filter").notNull(),
    /** Of the times in the file, an IANA name. */
    timeZone: plainText("time_zone").notNull().default("UTC"),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true, precision: 3, mode: "date" }),
    matching: integer("matching").notNull(),
    rows: integer("rows").notNull().default(0),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    sha256: plainText("sha256"),
    complete: boolean("complete").notNull().default(false),
  },
  (table) => [index("event_exports_by_owner").on(table.ownerId, table.startedAt)],
);
