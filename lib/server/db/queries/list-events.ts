import { and, type SQL, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import { type Position, positionOf } from "@/lib/events/position";
import type { EventFilter, EventQuery, Sort } from "@/lib/events/query";
import type { Database } from "../database";
import { events } from "../schema/events";
import { matchingCombinations } from "./combination-conditions";
import { countedEvents, isKept } from "./counted-events";
import { countedTexts, type EventSource, eventSource, type PageSource, stretchOf } from "./event-conditions";
import { decodeCursor, encodeCursor } from "./event-cursor";
import { directed, isAfter, isUpTo } from "./event-order";
import { PACKED_EVENT, PACKED_WITH_ALL_ATTACKERS, unpackEvent, withDetails } from "./packed-event";

export type EventPage = {
  readonly items: SecurityEvent[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** All matches, not only this page's. */
  readonly total: number;
  /** The snapshot that the page was read from; see {@link countAdded}. */
  readonly mark: string;
};

/** Count and snapshot belong to the statement that they are part of: rows and numbers never disagree. */
const MARK = sql<string>`pg_current_snapshot()::text`;

/** The number of all matches, from what is kept where the filter allows it. */
function totalOf(filter: EventFilter, now: Date, source: EventSource): SQL<number> {
  const total = isKept(filter)
    ? sql`SELECT coalesce(sum(counted.events), 0) FROM ${countedEvents(stretchOf(filter, now), "all")} AS counted
        WHERE ${inCombinations(filter) ?? sql`true`}`
    : (countedTexts(filter) ??
      sql`SELECT count(*) FROM ${source.relation} WHERE ${source.where ?? sql`true`}`);
  return sql<number>`(${total})`;
}

function inCombinations(filter: EventFilter): SQL | undefined {
  const combinations = matchingCombinations(filter);
  return combinations && sql`counted.combination_id IN ${combinations}`;
}

/** How many events match. */
export async function countEvents(db: Database, filter: EventFilter, now: Date): Promise<number> {
  const source = await eventSource(db, filter, now);
  const { rows } = await db.execute<{ total: number }>(
    sql`SELECT ${totalOf(filter, now, source)}::float8 AS total`,
  );
  return rows[0]?.total ?? 0;
}

/**
 * One page of events. The page is found in an index alone; only its rows are joined with their texts.
 * @throws InvalidCursorError
 */
export async function listEvents(db: Database, query: EventQuery, now: Date): Promise<EventPage> {
  const { filter, sort, limit, cursor } = query;
  const after = cursor === null ? null : decodeCursor(cursor, query);
  const [source, all] = await Promise.all([
    eventSource(db, filter, now, { order: true }),
    eventSource(db, filter, now),
  ]);
  const total = totalOf(filter, now, all);
  const page = rowsOf(source, { sort, after, limit: limit + 1 });
  const { rows } = await db.execute<{ packed: string; total: number; mark: string }>(
    sql`SELECT ${PACKED_EVENT} AS packed, ${total}::float8 AS total, ${MARK} AS mark FROM ${withDetails(page)} ORDER BY ${directed(sort)}`,
  );
  const items = rows.slice(0, limit).map(({ packed }) => unpackEvent(packed));
  const last = items.at(-1);
  const { total: matching, mark } = rows[0] ?? (await readTotals(db, total));
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last, sort), query) : null,
    total: matching,
    mark,
  };
}

type Page = { readonly sort: Sort; readonly after: Position | null; readonly limit: number };

/** The rows of a page under the name of `events`, in no order. */
function rowsOf({ relation, whole, where }: PageSource, { sort, after, limit }: Page): SQL {
  const all = and(where, after === null ? undefined : isAfter(after, sort)) ?? sql`true`;
  const found = sql`FROM ${relation} WHERE ${all} ORDER BY ${directed(sort)} LIMIT ${limit}`;
  if (whole) return sql`(SELECT * ${found}) AS ${events}`;
  return sql`(SELECT ${events.id} AS id ${found}) AS page JOIN ${events} ON ${events.id} = page.id`;
}

/**
 * A page by its bounds: the rows after one position and up to another, each open where it is null. Where rows move
 * between two readings, none is in two pages and none in no page, as it would be if pages were counted off.
 */
export type PageBounds = { readonly after: Position | null; readonly until: Position | null };

/** Where rows that become active again while pages are read are met once more, instead of being passed over. */
export const OLDEST_FIRST = { field: "lastSeenAt", descending: false } as const satisfies Sort;

/** The bounds of all pages, oldest first; each is found in an index alone, long before its rows are read. */
export async function* boundsOfPages(
  db: Database,
  filter: EventFilter,
  now: Date,
  rows: number,
): AsyncGenerator<PageBounds> {
  let after: Position | null = null;
  do {
    const until: Position | null = await endOfPage(db, filter, now, { after, rows });
    yield { after, until };
    after = until;
  } while (after !== null);
}

type PageStart = { readonly after: Position | null; readonly rows: number };

async function endOfPage(
  db: Database,
  filter: EventFilter,
  now: Date,
  { after, rows }: PageStart,
): Promise<Position | null> {
  const { relation, where } = await eventSource(db, filter, now, { order: true });
  const rest = and(where, after === null ? undefined : isAfter(after, OLDEST_FIRST)) ?? sql`true`;
  const { rows: found } = await db.execute<{ at: number; id: string }>(
    sql`SELECT (extract(epoch FROM ${events.lastSeenAt}) * 1000)::float8 AS at, ${events.id} AS id
      FROM ${relation} WHERE ${rest} ORDER BY ${directed(OLDEST_FIRST)} OFFSET ${rows - 1} LIMIT 1`,
  );
  const [last] = found;
  return last ? { value: last.at, at: last.at, id: last.id } : null;
}

/** Tells the database that bounds hold a page's rows and not half of all; more of them are read in steps. */
const MOST_AT_ONCE = 1_500;

/**
 * The matching events of a page with all their attackers, oldest first, without counting all: packed, for
 * {@link unpackEvent}. Whoever reads ahead keeps texts, which take a fraction of the memory of what is in them.
 */
export async function packedBetween(
  db: Database,
  filter: EventFilter,
  now: Date,
  { after, until }: PageBounds,
): Promise<string[]> {
  const source = await eventSource(db, filter, now, { order: true });
  const upTo = until === null ? undefined : isUpTo(until, OLDEST_FIRST);
  const bounded = { ...source, where: and(source.where, upTo) };
  const page = rowsOf(bounded, { sort: OLDEST_FIRST, after, limit: MOST_AT_ONCE });
  const { rows } = await db.execute<{ packed: string }>(
    sql`SELECT ${PACKED_WITH_ALL_ATTACKERS} AS packed FROM ${withDetails(page)} ORDER BY ${directed(OLDEST_FIRST)}`,
  );
  const found = rows.map(({ packed }) => packed);
  const last = found.at(-1);
  if (last === undefined || found.length < MOST_AT_ONCE) return found;
  const reached = positionOf(unpackEvent(last), OLDEST_FIRST);
  return [...found, ...(await packedBetween(db, filter, now, { after: reached, until }))];
}

/** For a page without rows. */
async function readTotals(db: Database, total: SQL<number>) {
  const { rows } = await db.execute<{ total: number; mark: string }>(
    sql`SELECT ${total}::float8 AS total, ${MARK} AS mark`,
  );
  const [totals] = rows;
  if (!totals) throw new Error("A sum always has a row.");
  return totals;
}
