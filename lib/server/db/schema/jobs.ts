import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { JOB_STATES } from "@/lib/api/jobs";
import { STATUS_OUTCOMES } from "@/lib/api/status-change";
import { statusCodes } from "../codes";
import { coded, plainText } from "./columns";
import { changes } from "./status-changes";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** A bulk change that runs in the background, chunk by chunk. */
export const jobs = pgTable(
  "jobs",
  {
    id: plainText("id").primaryKey(),
    kind: text("kind", { enum: ["status", "undo"] }).notNull(),
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

/** One event of a bulk change, and what became of it. */
export const jobItems = pgTable(
  "job_items",
  {
    jobId: plainText("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    eventId: plainText("event_id").notNull(),
    /** The version that the person saw. */
    version: integer("version").notNull(),
    status: coded(statusCodes)("status").notNull(),
    outcome: text("outcome", { enum: STATUS_OUTCOMES }),
    message: text("message"),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.position] })],
);
