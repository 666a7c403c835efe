import type { TimelineGap } from "@/lib/api/event-list";
import type { EventFilter } from "@/lib/events/query";
import { SOURCES_OF_PRODUCT, type SourceId } from "@/lib/events/source-id";
import { type SyncStateRow, selectSyncStates } from "@/lib/server/db/queries/sync-states";
import type { Deps } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import { bookmarkSchema, EMPTY_BOOKMARK, listBookmark } from "@/lib/server/sync/bookmark";
import { PACES } from "@/lib/server/sync/pace";
import { mergeSpans, type Span, subtractSpans } from "@/lib/server/sync/span";

const DAY_MS = 86_400_000;

type Place = {
  readonly connection: string;
  readonly source: SourceId;
  readonly lookbackDays: number;
};

/** The stretches of the range that have not been read completely, of the sources that the filter lets through. */
export async function readGaps(
  { database, clouds, clock }: Deps,
  filter: EventFilter,
  range: Span,
): Promise<TimelineGap[]> {
  const now = clock().getTime();
  const rows = await selectSyncStates(database);
  const places = [...clouds.values()].flatMap(({ config }) =>
    SOURCES_OF_PRODUCT[config.product].map(
      (source): Place => ({ connection: config.id, source, lookbackDays: config.lookbackDays }),
    ),
  );
  // What is still to come is no gap.
  const past = { from: range.from, to: Math.min(range.to, now) };
  return places
    .filter(({ connection, source }) => passes(filter, { connection, source }))
    .flatMap((place) => {
      const row = rows.find(
        ({ connection, source }) => connection === place.connection && source === place.source,
      );
      return gapsOf(place, row ?? null, past, now);
    });
}

function passes(filter: EventFilter, place: Pick<Place, "connection" | "source">): boolean {
  return (["connection", "source"] as const).every((field) => {
    const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
    return (anyOf.length === 0 || anyOf.includes(place[field])) && !noneOf.includes(place[field]);
  });
}

type Kind = Pick<TimelineGap, "kind" | "reason">;

function gapsOf(place: Place, row: SyncStateRow | null, past: Span, now: number): TimelineGap[] {
  const { connection, source } = place;
  const gap = ({ from, to }: Span, kind: Kind): TimelineGap => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    connection,
    source,
    ...kind,
  });
  const lookbackFrom = now - place.lookbackDays * DAY_MS;
  const lastRead = row?.lastSuccessAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const failing: Kind | null = row?.failingSince
    ? { kind: "failing", reason: row.reason ?? "The cloud cannot be read." }
    : null;
  const waiting: Kind = { kind: "not-read-yet", reason: "This has not been read yet." };
  const beyond: Kind = {
    kind: "before-lookback",
    reason: `Only the last ${place.lookbackDays} days are read.`,
  };
  const unread = unreadSpans(place, row, past, now).flatMap((span) => {
    const parts = [
      { ...clip(span, { from: span.from, to: lookbackFrom }), kind: beyond },
      { ...clip(span, { from: lookbackFrom, to: lastRead }), kind: waiting },
      {
        ...clip(span, { from: Math.max(lookbackFrom, lastRead), to: span.to }),
        kind: failing ?? waiting,
      },
    ];
    return parts.filter(({ from, to }) => from < to).map(({ kind, ...part }) => gap(part, kind));
  });
  const short = bookmarkOf(row).gaps.flatMap(({ announced, received, ...span }) => {
    const part = clip(span, past);
    const reason = `The cloud announced ${announced} rows and gave ${received}.`;
    return part.from < part.to ? [gap(part, { kind: "incomplete", reason })] : [];
  });
  return [...unread, ...short].sort((a, b) => a.from.localeCompare(b.from));
}

const clip = (span: Span, bounds: Span): Span => ({
  from: Math.max(span.from, bounds.from),
  to: Math.min(span.to, bounds.to),
});

const bookmarkOf = (row: SyncStateRow | null) =>
  bookmarkSchema.safeParse(row?.bookmark).data ?? EMPTY_BOOKMARK;

/** What at least one list of the source has not been read for. */
function unreadSpans(place: Place, row: SyncStateRow | null, past: Span, now: number): Span[] {
  if (past.from >= past.to) return [];
  const bookmark = bookmarkOf(row);
  const recent = recentlyRead(place.source, row, now);
  return mergeSpans(
    SOURCES[place.source].lists.flatMap((list) =>
      subtractSpans(past, [...listBookmark(bookmark, list).covered, ...recent]),
    ),
  );
}

/**
 * The sync counts the newest stretch as unread again and again, because rows may be published late. For people
 * it has been read; and up to now, while the copy counts as fresh.
 */
function recentlyRead(source: SourceId, row: SyncStateRow | null, now: number): Span[] {
  if (!row?.lastSuccessAt) return [];
  const readAt = row.lastSuccessAt.getTime();
  const fresh = row.freshUntil !== null && row.freshUntil.getTime() > now && row.failingSince === null;
  return [{ from: readAt - PACES[source].overlap, to: fresh ? Math.max(now, readAt) : readAt }];
}
