import { createHash } from "node:crypto";
import { nanoid } from "nanoid";
import { pMapIterable } from "p-map";
import { type ExportFormat, type ExportManifest, exportFormatSchema } from "@/lib/api/event-export";
import type { SecurityEvent } from "@/lib/events/event";
import { type EventFilter, filterParams } from "@/lib/events/query";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { csvText } from "@/lib/server/csv-text";
import {
  type ExportRow,
  findExport,
  finishExport,
  insertExport,
} from "@/lib/server/db/queries/event-exports";
import { boundsOfPages, countEvents, packedBetween } from "@/lib/server/db/queries/list-events";
import { unpackEvent } from "@/lib/server/db/queries/packed-event";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { cellWriter, EVENT_CELLS } from "./event-cells";
import { ocsfFinding } from "./ocsf-finding";

type ExportDeps = Pick<Deps, "clock" | "database">;

/** Rows read at a time. */
export const EXPORT_PAGE = 1_000;

/** Rows written at a time: less than a millisecond in which nobody else is served, and too little to be kept for long. */
const WRITTEN_ROWS = 50;

/** While one page is written and given out, the database makes others. */
const READ_AHEAD = { concurrency: 3, backpressure: 4 };

const jsonLines = (objects: readonly object[]) => objects.map((one) => `${JSON.stringify(one)}\n`).join("");

type Writer = (events: readonly SecurityEvent[]) => string;

/** A table is for people, and has its times in a zone; lines of JSON are for programs, and keep to UTC. */
const WRITERS: Record<ExportFormat, (timeZone: string) => Writer> = {
  csv: (timeZone) => {
    const cells = cellWriter(timeZone);
    return (events) => csvText(events.map(cells));
  },
  ndjson: () => jsonLines,
  ocsf: () => (events) => jsonLines(events.map(ocsfFinding)),
};

/** What to write, and how. */
export type ExportOrder = {
  readonly filter: EventFilter;
  readonly format: ExportFormat;
  /** An IANA name; of a table's times. */
  readonly timeZone: string;
};

/** Starts a file of all matching events and records that it was asked for. The text is made while it is read. */
export async function exportEvents(
  deps: ExportDeps,
  acting: Acting,
  { filter, format, timeZone: asked }: ExportOrder,
): Promise<{ readonly id: string; readonly text: AsyncGenerator<Uint8Array<ArrayBuffer>> }> {
  const timeZone = format === "csv" ? asked : "UTC";
  const { database, clock } = deps;
  const id = nanoid();
  const startedAt = clock();
  const query = filterParams(filter).toString();
  const matching = await countEvents(database, filter, startedAt);
  await database.transaction(async (transaction) => {
    await insertExport(transaction, {
      id,
      ownerId: acting.signedIn.user.id,
      format,
      timeZone,
      filter: query,
      startedAt,
      matching,
    });
    await appendActivity(transaction, {
      at: startedAt,
      ...recordedActor(acting),
      action: "events.exported",
      subject: null,
      details: { format, filter: query, matching, export: id },
    });
  });
  return { id, text: noted(deps, id, eventPieces(deps, { filter, format, timeZone }, startedAt)) };
}

type Piece = { readonly text: string; readonly rows: number };

/** Passes the pieces on and notes, however it ends, what was given out. */
async function* noted({ database, clock }: ExportDeps, id: string, pieces: AsyncGenerator<Piece>) {
  const hash = createHash("sha256");
  const encoder = new TextEncoder();
  let rows = 0;
  let bytes = 0;
  let complete = false;
  try {
    for await (const piece of pieces) {
      rows += piece.rows;
      const written = encoder.encode(piece.text);
      bytes += written.byteLength;
      hash.update(written);
      yield written;
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

/** The file in pieces: whoever does not take them keeps a few pages in memory, and no connection. */
async function* eventPieces(
  { database }: ExportDeps,
  { filter, format, timeZone }: ExportOrder,
  now: Date,
): AsyncGenerator<Piece> {
  const write = WRITERS[format](timeZone);
  if (format === "csv") yield { text: csvText([Object.keys(EVENT_CELLS)]), rows: 0 };
  const pages = pMapIterable(
    boundsOfPages(database, filter, now, EXPORT_PAGE),
    (bounds) => packedBetween(database, filter, now, bounds),
    READ_AHEAD,
  );
  for await (const page of pages) {
    for (let start = 0; start < page.length; start += WRITTEN_ROWS) {
      const events = page.slice(start, start + WRITTEN_ROWS).map(unpackEvent);
      yield { text: write(events), rows: events.length };
    }
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
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
