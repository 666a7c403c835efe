import { and, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { STATUS_ACTIONS } from "@/lib/api/activity";
import type { Database } from "../database";
import { storableInstant } from "../instant-bounds";
import { activity } from "../schema/activity";
import type { ActivityRow } from "./activity-entries";

/** Several values: any of them. */
export type ActivityFilter = {
  /** Ids or names, in any case. */
  readonly person: readonly string[];
  readonly action: readonly string[];
  readonly statusFrom: readonly string[];
  readonly statusTo: readonly string[];
  readonly source: readonly string[];
  readonly subject: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
};

function activityConditions(filter: ActivityFilter): SQL | undefined {
  const { person, action, statusFrom, statusTo, source, subject, from, to } = filter;
  const names = person.map((name) => name.toLowerCase());
  return and(
    person.length > 0
      ? or(inArray(activity.actorId, [...person]), inArray(sql`lower(${activity.actorName})`, names))
      : undefined,
    action.length > 0 ? inArray(activity.action, [...action]) : undefined,
    statusFrom.length + statusTo.length > 0 ? inArray(activity.action, [...STATUS_ACTIONS]) : undefined,
    statusFrom.length > 0 ? inArray(activity.fromValue, [...statusFrom]) : undefined,
    statusTo.length > 0 ? inArray(activity.toValue, [...statusTo]) : undefined,
    source.length > 0 ? inArray(activity.source, [...source]) : undefined,
    subject === null ? undefined : eq(activity.subject, subject),
    from === null ? undefined : sql`${activity.at} >= ${storableInstant(from)}::timestamptz`,
    to === null ? undefined : sql`${activity.at} < ${storableInstant(to)}::timestamptz`,
  );
}

/** Entries that match, newest first, after the entry with the id `before`. */
export async function listActivity(
  db: Database,
  filter: ActivityFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ActivityRow[]> {
  return db
    .select()
    .from(activity)
    .where(and(activityConditions(filter), before === null ? undefined : lt(activity.id, before)))
    .orderBy(desc(activity.id))
    .limit(limit);
}
