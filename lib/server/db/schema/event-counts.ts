import { bigint, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "../codes";
import { coded, plainText } from "./columns";

const combinationId = () => bigint("combination_id", { mode: "bigint" });
const eventNumber = () => integer("events").notNull();
const attackNumber = () => bigint("attacks", { mode: "number" }).notNull();

/**
 * Every combination that some event has or had: the values of all fields of few values. A filter on these fields
 * is looked up among a few thousand rows instead of among all events.
 */
export const facetCombinations = pgTable("facet_combinations", {
  id: bigint("id", { mode: "bigint" }).primaryKey(),
  severity: coded(severityCodes)("severity").notNull(),
  status: coded(statusCodes)("status").notNull(),
  source: coded(sourceCodes)("source").notNull(),
  outcome: coded(outcomeCodes)("outcome").notNull(),
  connection: plainText("connection").notNull(),
  type: plainText("type").notNull(),
  assignee: plainText("assignee"),
});

/** How many events of a combination had their last activity in a stretch of time; see `settleCounts`. */
export const eventCounts = pgTable(
  "event_counts",
  {
    attacks: attackNumber(),
    combinationId: combinationId().notNull(),
    /** The number of the stretch since 1970, in stretches of its level. */
    bucket: integer("bucket").notNull(),
    events: eventNumber(),
    /** How long the stretch is: see `COUNT_LEVELS`. */
    level: smallint("level").notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.bucket, table.combinationId] })],
);

/** How many events of a combination each target has. */
export const eventTargetCounts = pgTable(
  "event_target_counts",
  {
    combinationId: combinationId().notNull(),
    targetId: integer("target_id").notNull(),
    events: eventNumber(),
  },
  (table) => [primaryKey({ columns: [table.combinationId, table.targetId] })],
);

/**
 * What is in none of these tables yet. Triggers of `events` only ever add rows, in the transaction of the change:
 * writers never wait for each other, and what is summed up with them is exact in every snapshot.
 */
export const eventCountChanges = pgTable("event_count_changes", {
  attacks: attackNumber(),
  combinationId: combinationId().notNull(),
  /** Of the finest level. */
  bucket: integer("bucket").notNull(),
  events: eventNumber(),
  targetId: integer("target_id").notNull(),
});

/**
 * How often each database process has changed events: their sum names what a reader has seen, exactly, because it
 * changes when a transaction is committed and not before. One row per process, so that writers never wait.
 */
export const eventVersions = pgTable("event_versions", {
  number: bigint("number", { mode: "number" }).notNull(),
  writer: integer("writer").primaryKey(),
});
