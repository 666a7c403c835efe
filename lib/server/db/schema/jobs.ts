import { index, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { JOB_KINDS, JOB_STATES } from "@/lib/api/jobs";
import { STATUS_OUTCOMES } from "@/lib/api/status-change";
import { plainText } from "./columns";
import { changes } from "./status-changes";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** A bulk change that runs in the background, chunk by chunk. */
export const jobs = pgTable(
  "jobs",
  {
    id: plainText("id").primaryKey(),
    kind: text("kind", { enum: JOB_KINDS }).notNull(),
    state: text("state", { enum: JOB_STATES }).notNull(),
    changeId: plainText("change_id")
      .notNull()
      .references(() => changes.id),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
    total: integer("total").notNull(),
    /** Items before this position have their outcome. */
    position: integer("position").notNull().default(0),
    problem: text("problem"),
  },
  (table) => [index("jobs_by_time").on(table.createdAt)],
);

/** An event of a bulk change: its id, the version that the person saw, and the code of the new status. */
export type JobEvent = readonly [eventId: string, version: number, status: number];

/**
 * What a bulk change is to change, in parts that are changed in one transaction each. Few and wide rows: a
 * hundred thousand events are to be accepted at once.
 */
export const jobChunks = pgTable(
  "job_chunks",
  {
    jobId: plainText("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    /** The position of its first event in the whole. */
    start: integer("start").notNull(),
    items: json("items").$type<readonly JobEvent[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.start] })],
);

/** What became of each event of a bulk change. */
export const jobItems = pgTable(
  "job_items",
  {
    jobId: plainText("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    eventId: plainText("event_id").notNull(),
    outcome: text("outcome", { enum: STATUS_OUTCOMES }).notNull(),
    message: text("message"),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.position] })],
);
