import type { ActivityItem } from "@/lib/api/activity";
import { csvText } from "@/lib/server/csv-text";
import type { Database } from "@/lib/server/db/database";
import { type ActivityFilter, listActivity } from "@/lib/server/db/queries/list-activity";
import { activityItem } from "./read-activity";

const PAGE = 1_000;

const COLUMNS = {
  id: (item) => String(item.id),
  at: (item) => item.at,
  actorKind: (item) => item.actor.kind,
  actorId: (item) => item.actor.id,
  actorName: (item) => item.actor.name,
  action: (item) => item.action,
  subject: (item) => item.subject,
  source: (item) => item.source,
  from: (item) => item.from,
  to: (item) => item.to,
  details: (item) => JSON.stringify(item.details),
  address: (item) => item.address,
  hash: (item) => item.hash,
} as const satisfies Record<string, (item: ActivityItem) => string | null>;

export type ExportFormat = "csv" | "ndjson";

const TEXT: Record<ExportFormat, (items: readonly ActivityItem[]) => string> = {
  csv: (items) => csvText(items.map((item) => Object.values(COLUMNS).map((cell) => cell(item)))),
  ndjson: (items) => items.map((item) => `${JSON.stringify(item)}\n`).join(""),
};

/** The matching entries as text, newest first, page by page: memory stays flat however many there are. */
export async function* exportActivity(
  database: Database,
  filter: ActivityFilter,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield csvText([Object.keys(COLUMNS)]);
  let before: number | null = null;
  for (;;) {
    const rows = await listActivity(database, filter, { before, limit: PAGE });
    if (rows.length === 0) return;
    yield TEXT[format](rows.map(activityItem));
    before = rows.at(-1)?.id ?? null;
  }
}
