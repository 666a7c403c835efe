import { type SQL, sql } from "drizzle-orm";
import type { ActivityAction } from "@/lib/api/activity";
import type { PeriodField } from "@/lib/events/fields";
import type { Period } from "@/lib/events/period";
import { OPEN_STATUSES, STATUSES } from "@/lib/events/status";
import type { Database } from "../database";
import { storableInstant } from "../instant-bounds";
import { activity } from "../schema/activity";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";

/** Seconds; `events` is how many there are. */
export type HandlingTime = { readonly median: number; readonly p95: number; readonly events: number };

const CLOSED = STATUSES.filter((status) => !OPEN_STATUSES.includes(status));

/** What people do with an event: anything, or closing it. */
const STEPS: Record<PeriodField, readonly ActivityAction[]> = {
  acted: ["status.changed", "assignee.changed", "note.added", "checklist.ticked"],
  closed: ["status.changed"],
};

const EVENT_OF_ENTRY = sql`JOIN ${events} ON ${events.id} = done.subject
  JOIN ${eventDetails} ON ${eventDetails.eventId} = ${events.id}`;

const texts = (values: readonly string[]): SQL =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

/** Whether an entry was made in the period. */
function isIn({ from, to }: Period): SQL {
  const since = from === null ? sql`true` : sql`done.at >= ${storableInstant(from)}::timestamptz`;
  const until = to === null ? sql`true` : sql`done.at < ${storableInstant(to)}::timestamptz`;
  return sql`(${since} AND ${until})`;
}

/** `FROM` and `WHERE` of the entries, under the name of `done`, that were an event's first such step and in a period. */
function firstSteps(step: PeriodField, periods: readonly Period[], joins: SQL): SQL {
  const isStep = (entry: string) => {
    const name = sql.identifier(entry);
    const closing = sql`${name}.to_value IN ${texts(CLOSED)}`;
    return sql`${name}.actor_kind = 'user' AND ${name}.action IN ${texts(STEPS[step])} AND ${step === "closed" ? closing : sql`true`}`;
  };
  return sql`FROM ${activity} AS done ${joins}
    WHERE (${sql.join([sql`false`, ...periods.map(isIn)], sql` OR `)}) AND ${isStep("done")} AND done.subject IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${activity} AS earlier
        WHERE earlier.subject = done.subject AND earlier.id < done.id AND ${isStep("earlier")})`;
}

/** The ids of the events for which the first step of people was in one of the periods, to be used after `IN`. */
export const firstStepIn = (step: PeriodField, periods: readonly Period[]): SQL =>
  sql`(SELECT done.subject ${firstSteps(step, periods, sql``)})`;

/**
 * How long events waited for a step by a person, from their first activity on: of the events for which it was
 * the first such step, and in the period. Null where there is none. Reads the entries of the period only.
 * @param period `to` is exclusive.
 */
export async function selectHandlingTime(
  db: Database,
  step: PeriodField,
  period: Period,
): Promise<HandlingTime | null> {
  const { rows } = await db.execute<HandlingTime>(
    sql`SELECT count(*)::integer AS events,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)::float8 AS median,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds)::float8 AS p95
      FROM (
        SELECT greatest(0, extract(epoch FROM
            done.at - coalesce(${eventDetails.firstSeenAt}, ${events.lastSeenAt}))) AS seconds
        ${firstSteps(step, [period], EVENT_OF_ENTRY)}) AS waits`,
  );
  const [row] = rows;
  return row && row.events > 0 ? row : null;
}
