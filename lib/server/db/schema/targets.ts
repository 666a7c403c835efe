import { index, inet, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Target } from "@/lib/events/event";
import { plainText } from "./columns";

/** Every distinct target once. */
export const targets = pgTable("targets", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  /** Hash of the target: targets are too long for an index. */
  digest: plainText("digest").notNull().unique(),
  target: jsonb("target").$type<Target>().notNull(),
  /** What stands for it in the facet: host, else server, else first address, else resource; null for none. */
  name: text("name"),
  /** Events against it; kept by triggers (migrations). */
  events: integer("events").notNull().default(0),
});

/** Everything that a target can be found by. */
export const targetValues = pgTable(
  "target_values",
  {
    /** Lower-cased, cut to an indexable length. */
    value: plainText("value").notNull(),
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id, { onDelete: "cascade" }),
    /** The value as an address or network; null where it is none. */
    address: inet("address"),
  },
  (table) => [
    primaryKey({ columns: [table.value, table.targetId] }),
    index("target_values_by_address").using("gist", table.address.op("inet_ops")),
  ],
);
