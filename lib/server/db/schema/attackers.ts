import { index, inet, integer, pgTable } from "drizzle-orm/pg-core";
import { plainText } from "./columns";

/** Every attacker value once: addresses, accounts, and masked or odd text as it came. */
export const attackers = pgTable(
  "attackers",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The value, cut to an indexable length. */
    value: plainText("value").notNull().unique(),
    /** The value as an address or network; null where it is none (accounts, masked values). */
    address: inet("address"),
    /** Events it takes part in; kept by triggers (migrations/0000_initial.sql). */
    events: integer("events").notNull().default(0),
  },
  (table) => [
    index("attackers_by_address").using("gist", table.address.op("inet_ops")),
    index("attackers_by_events").on(table.events),
  ],
);
