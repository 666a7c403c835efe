import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Attacker, UnmappedValue } from "@/lib/events/event";
import { statusCodes } from "../codes";
import { attackers } from "./attackers";
import { coded, plainText } from "./columns";
import { events } from "./events";

const eventId = () =>
  plainText("event_id")
    .notNull()
    .references(() => events.id, { onDelete: "cascade" });

/** What the list shows of an event beyond the fields it is filtered by. */
export const eventDetails = pgTable("event_details", {
  eventId: eventId().primaryKey(),
  upstreamId: text("upstream_id"),
  title: text("title").notNull(),
  description: text("description"),
  firstSeenAt: timestamp("first_seen_at", { withTimezone: true, precision: 3, mode: "date" }),
  blockedCount: bigint("blocked_count", { mode: "number" }),
  /** The first 20: the list shows no more. */
  attackers: jsonb("attackers").$type<Attacker[]>().notNull(),
  unmapped: jsonb("unmapped").$type<UnmappedValue[]>().notNull(),
  /** The status as the cloud told it last; null where the cloud keeps none, and where it is none of ours. */
  cloudStatus: coded(statusCodes)("cloud_status"),
  /** What the cloud called it last where that is no status of ours; empty where it told none. */
  cloudWord: text("cloud_word"),
  /** When a status written by us was read back last. */
  cloudCheckedAt: timestamp("cloud_checked_at", { withTimezone: true, precision: 3, mode: "date" }),
  syncedAt: timestamp("synced_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
});

/** The upstream record as it came, and what only the detail page needs. */
export const eventRecords = pgTable("event_records", {
  eventId: eventId().primaryKey(),
  upstreamKey: text("upstream_key").notNull(),
  /** Text and not jsonb: key order and number literals stay as they came. */
  raw: text("raw").notNull(),
  /** The attackers after the first 20. */
  moreAttackers: jsonb("more_attackers").$type<Attacker[]>().notNull(),
  /** The cloud kept back part of the record. */
  partial: boolean("partial").notNull(),
  /** Hash of everything mapped: an equal one means that there is nothing to write. */
  fingerprint: text("fingerprint").notNull(),
});

/** Attacks per time bucket, as the product publishes them. */
export const eventAttackCounts = pgTable(
  "event_attack_counts",
  {
    eventId: eventId(),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.at] })],
);

/**
 * Who attacked in which event, with what the events of an attacker are ordered, filtered and counted by: kept by
 * triggers of `events` (migrations), and read from an index alone.
 */
export const eventAttackers = pgTable(
  "event_attackers",
  {
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    attackCount: bigint("attack_count", { mode: "number" }).notNull(),
    combinationId: bigint("combination_id", { mode: "bigint" }).notNull(),
    targetId: integer("target_id").notNull(),
    attackerId: integer("attacker_id")
      .notNull()
      .references(() => attackers.id),
    eventId: eventId(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.attackerId] }),
    index("event_attackers_by_attacker").on(table.attackerId, table.lastSeenAt, table.eventId),
    // Migrations add event_attackers_by_combination and event_attackers_by_time, which INCLUDE the attacker.
  ],
);
