import { createHash } from "node:crypto";
import { nanoid } from "nanoid";
import { type ExportFormat, type ExportManifest, exportFormatSchema } from "@/lib/api/event-export";
import type { SecurityEvent } from "@/lib/events/event";
import { type EventFilter, filterParams, type Sort } from "@/lib/events/query";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Acting } from "@/lib/server/auth/acting";
import { csvText } from "@/lib/server/csv-text";
import {
  type ExportRow,
  findExport,
  finishExport,
  insertExport,
} from "@/lib/server/db/queries/event-exports";
import { type Position, positionOf } from "@/lib/server/db/queries/event-order";
import { countEvents, listAfter } from "@/lib/server/db/queries/list-events";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { EVENT_CELLS, eventCells } from "./event-cells";
import { ocsfFinding } from "./ocsf-finding";

type ExportDeps = Pick<Deps, "clock" | "database">;

/** Rows made at a time: some hundred kilobytes, and some milliseconds in which nobody else is served. */
export const EXPORT_PAGE = 1_000;

/** Whoever is active again while the file is written moves ahead of the reading, and is met once more. */
const OLDEST_FIRST: Sort = { field: "lastSeenAt", descending: false };

const jsonLines = (objects: readonly object[]) => objects.map((one) => `${JSON.stringify(one)}\n`).join("");

const WRITERS: Record<ExportFormat, (events: readonly SecurityEvent[]) => string> = {
  csv: (events) => csvText(events.map(eventCells)),
  ndjson: jsonLines,
  ocsf: (events) => jsonLines(events.map(ocsfFinding)),
};

/** Starts a file of all matching events and records that it was asked for. The text is made while it is read. */
export async function exportEvents(
  deps: ExportDeps,
  { signedIn: { user }, facts }: Acting,
  filter: EventFilter,
  format: ExportFormat,
): Promise<{ readonly id: string; readonly text: AsyncGenerator<string> }> {
  const { database, clock } = deps;
  const id = nanoid();
  const startedAt = clock();
  const query = filterParams(filter).toString();
  const matching = await countEvents(database, filter, startedAt);
  await database.transaction(async (transaction) => {
    await insertExport(transaction, { id, ownerId: user.id, format, filter: query, startedAt, matching });
    await appendActivity(transaction, {
      at: startedAt,
      actor: { kind: "user", id: user.id, name: user.username },
      action: "events.exported",
      subject: null,
      details: { format, filter: query, matching, export: id },
      address: facts.address,
    });
  });
  return { id, text: noted(deps, id, eventPieces(deps, filter, startedAt, format)) };
}

type Piece = { readonly text: string; readonly rows: number };

/** Passes the pieces on and notes, however it ends, what was given out. */
async function* noted({ database, clock }: ExportDeps, id: string, pieces: AsyncGenerator<Piece>) {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  let complete = false;
  try {
    for await (const piece of pieces) {
      rows += piece.rows;
      bytes += Buffer.byteLength(piece.text);
      hash.update(piece.text);
      yield piece.text;
    }
    complete = true;
  } finally {
    await finishExport(database, id, {
      finishedAt: clock(),
      rows,
      bytes,
      sha256: hash.digest("hex"),
      complete,
    });
  }
}

/** The file in pieces. While one is taken, the next one's rows are read: never more than that. */
async function* eventPieces(
  { database }: ExportDeps,
  filter: EventFilter,
  now: Date,
  format: ExportFormat,
): AsyncGenerator<Piece> {
  if (format === "csv") yield { text: csvText([Object.keys(EVENT_CELLS)]), rows: 0 };
  const readAfter = (after: Position | null) =>
    listAfter(database, filter, now, { sort: OLDEST_FIRST, after, limit: EXPORT_PAGE });
  let events = await readAfter(null);
  while (events.length > 0) {
    const last = events.at(-1);
    const next =
      last && events.length === EXPORT_PAGE ? readAfter(positionOf(last, OLDEST_FIRST)) : Promise.resolve([]);
    // Whoever stops reading leaves a failure behind that nobody waits for.
    next.catch(() => {});
    yield { text: WRITERS[format](events), rows: events.length };
    events = await next;
  }
}

/**
 * The manifest of an export of one's own.
 * @param id null for the newest.
 * @throws ProblemError not-found
 */
export async function readManifest(
  { database }: ExportDeps,
  { signedIn }: Acting,
  id: string | null,
): Promise<ExportManifest> {
  const row = await findExport(database, signedIn.user.id, id);
  if (row !== null) return toManifest(row);
  throw new ProblemError("not-found", "There is no such export of yours. Export events first.");
}

const toManifest = ({ ownerId: _owner, ...row }: ExportRow): ExportManifest => ({
  ...row,
  format: exportFormatSchema.parse(row.format),
  timeZone: "UTC",
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
