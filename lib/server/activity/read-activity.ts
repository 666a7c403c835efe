import { z } from "zod";
import {
  type ActivityFilterQuery,
  type ActivityItem,
  type ActivityList,
  activityActionSchema,
  splitWords,
} from "@/lib/api/activity";
import { sourceIdSchema } from "@/lib/events/value-schemas";
import type { Database } from "@/lib/server/db/database";
import type { ActivityRow } from "@/lib/server/db/queries/activity-entries";
import { type ActivityFilter, listActivity } from "@/lib/server/db/queries/list-activity";

const words = (text: string | undefined) => splitWords(text ?? "");

const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));

/** The filter that a query string's values stand for. */
export function activityFilter(query: ActivityFilterQuery): ActivityFilter {
  return {
    person: words(query.person),
    action: words(query.action),
    statusFrom: words(query.statusFrom),
    statusTo: words(query.statusTo),
    source: words(query.source),
    subject: query.subject ?? null,
    from: instant(query.from),
    to: instant(query.to),
  };
}

const detailsSchema = z.record(z.string(), z.json());

export function activityItem(row: ActivityRow): ActivityItem {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: activityActionSchema.parse(row.action),
    subject: row.subject,
    source: sourceIdSchema.nullable().parse(row.source),
    from: row.fromValue,
    to: row.toValue,
    details: detailsSchema.parse(row.details),
    address: row.address,
    hash: row.hash,
  };
}

/** One page of the record, newest first. The cursor is the id of the last entry of the page before. */
export async function readActivity(
  database: Database,
  filter: ActivityFilter,
  { cursor, limit }: { readonly cursor: number | null; readonly limit: number },
): Promise<ActivityList> {
  const rows = await listActivity(database, filter, { before: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit).map(activityItem);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? String(last.id) : null };
}
