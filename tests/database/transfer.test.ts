import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { verifyActivity } from "@/lib/server/activity/verify";
import { openDatabase } from "@/lib/server/db/client";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { transferredTables } from "@/lib/server/db/transferred-tables";
import { createLogger } from "@/lib/server/log";
import { exportData } from "@/lib/server/transfer/export-data";
import { importData } from "@/lib/server/transfer/import-data";
import { readLines } from "@/lib/server/transfer/read-lines";
import { openTestDatabase } from "@/tests/support/database";
import { eventFactory, mappedEvent } from "@/tests/support/event-factory";
import { HOSTILE } from "@/tests/support/hostile-event";
import { pgliteTemplate } from "@/tests/support/pglite-template";
import { writeSeeded } from "@/tests/support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const clock = () => NOW;
const EVENTS = 150;

const open: OpenDatabase[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

async function newDatabase(engine: OpenDatabase["kind"]): Promise<Database> {
  const database = await openTestDatabase(engine);
  open.push(database);
  return database.orm;
}

/** A database that has been worked with. */
async function usedDatabase(engine: OpenDatabase["kind"]): Promise<Database> {
  const db = await newDatabase(engine);
  await writeSeeded(db, eventFactory(1, { now: NOW }).many(EVENTS), NOW);
  await insertUser(db, { id: "mia", username: "mia", role: "analyst", passwordHash: null, createdAt: NOW });
  for (let index = 0; index < 3; index += 1) {
    await appendActivity(db, {
      at: NOW,
      actor: { kind: "user", id: "mia", name: "mia", origin: "watchfloor" },
      action: "note.added",
      subject: `event-${index}`,
      details: { text: HOSTILE },
      address: null,
    });
  }
  return db;
}

async function exported(db: Database): Promise<string[]> {
  let text = "";
  await exportData(db, clock, async (lines) => {
    text += lines;
  });
  return text.trimEnd().split("\n");
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "watchfloor-transfer-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file as `npm run export-data` writes it. */
async function fileOf(lines: readonly string[], spoil = (bytes: Buffer) => bytes): Promise<string> {
  const file = join(folder, `${randomUUID()}.gz`);
  await writeFile(file, spoil(gzipSync(`${lines.join("\n")}\n`)));
  return file;
}

async function* linesOf(lines: readonly string[]) {
  yield* lines;
}

/** Everything in the tables that are moved, without the counts of triggers, in a stable order. */
async function contents(db: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { name, columns } of transferredTables()) {
    const list = sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
    const { rows } = await db.execute(
      sql`SELECT row_to_json(one)::text AS row FROM (SELECT ${list} FROM ${sql.identifier(name)}) AS one ORDER BY 1`,
    );
    all[name] = rows;
  }
  return all;
}

async function derived(db: Database): Promise<unknown> {
  const { rows } = await db.execute(
    sql`SELECT (SELECT count(*) FROM event_attackers)::integer AS memberships,
      (SELECT sum(events) FROM attackers)::integer AS counted,
      (SELECT count(*) FROM facet_combinations)::integer AS combinations`,
  );
  return rows[0];
}

describe.each([
  ["pglite", "postgres"],
  ["postgres", "pglite"],
] as const)("moving the data from %s to %s", (from, to) => {
  it("keeps every row, every count and the chain of the activity, and lets work go on", async () => {
    const source = await usedDatabase(from);
    const target = await newDatabase(to);
    const counts = await importData(target, clock, readLines(await fileOf(await exported(source))));
    expect(counts.events).toBe(EVENTS);
    expect(await contents(target)).toEqual(await contents(source));
    expect(await derived(target)).toEqual(await derived(source));
    expect(await verifyActivity(target, clock)).toMatchObject({ intact: true, entries: 3 });
    await writeSeeded(target, eventFactory(2, { now: NOW }).many(20), NOW);
  }, 120_000);
});

test("records of any size are moved a few at a time, so that neither memory nor a statement grows with them", async () => {
  const MEGABYTE = 1_000_000;
  const source = await newDatabase("pglite");
  const events = Array.from({ length: 500 }, (_, index) =>
    mappedEvent({ upstreamKey: `large-${index}`, raw: JSON.stringify({ body: "x".repeat(40_000) }) }),
  );
  await writeEvents(source, { connection: "shop-waf", events, syncedAt: NOW });
  const pieces: string[] = [];
  await exportData(source, clock, async (lines) => {
    pieces.push(lines);
  });
  expect(longest(pieces)).toBeLessThan(10 * MEGABYTE);
  const values: string[] = [];
  const target = await openDatabase({
    url: null,
    dataDir: null,
    template: await pgliteTemplate(),
    logger: createLogger("fatal"),
    onStatement: (_text, parameters) => values.push(...parameters.map(String)),
  });
  open.push(target);
  await importData(target.orm, clock, linesOf(pieces.join("").trimEnd().split("\n")));
  expect(longest(values)).toBeLessThan(10 * MEGABYTE);
}, 60_000);

const longest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));

describe("an import", () => {
  let used: Database;
  let target: Database;
  let file: string[];
  const kept: OpenDatabase[] = [];
  beforeAll(async () => {
    used = await usedDatabase("pglite");
    target = await newDatabase("pglite");
    // Each refusal has to leave the target as empty as it was: one serves all of them.
    kept.push(...open.splice(0));
    file = await exported(used);
  }, 120_000);
  afterAll(async () => {
    for (const database of kept) await database.close();
  });

  it.each([
    ["a file that is something else", () => ["hello"], "not a file that npm run export-data has written"],
    ["a file without its end", (lines: string[]) => lines.slice(0, -1), "its end is missing"],
    ["a file that lacks a row", (lines: string[]) => lines.toSpliced(-2, 1), "checksum does not fit"],
    [
      "a file in which a word was changed",
      (lines: string[]) => lines.map((line) => line.replace('"username":"mia"', '"username":"mio"')),
      "Its checksum does not fit the file: the file was changed or cut.",
    ],
    [
      "a file with a damaged row, whose contents it does not repeat",
      (lines: string[]) => lines.map((line) => line.replace('"role":"analyst"', '"role":"analyst')),
      /^A row of users before line \d+ cannot be stored \(22P02\): the file was changed or cut\./,
    ],
    [
      "a file with a damaged end",
      (lines: string[]) => [...lines.slice(0, -1), 'end\t{"rows":'],
      "The last line of the file cannot be read",
    ],
    ["a file to which another was added", (lines: string[]) => [...lines, ...lines], "after the end"],
    [
      "a file of another version",
      ([header = "", ...rest]: string[]) => [header.replace(/"migrations":\["/, '"migrations":["x'), ...rest],
      "another version",
    ],
    [
      "a file of an older version, which that version can take over",
      ([header = "", ...rest]: string[]) => [header.replace(/,"[0-9a-f]+"\]\}$/, "]}"), ...rest],
      "an older version of Watchfloor. Import it with the version that wrote it",
    ],
    [
      "a file of a newer version, to which this one has to be updated",
      ([header = "", ...rest]: string[]) => [header.replace(/\]\}$/, ',"later"]}'), ...rest],
      "a newer version of Watchfloor. Update this one",
    ],
    [
      "a file whose activity was changed",
      (lines: string[]) => lines.map((line) => line.replace("event-1", "event-9")),
      "checksum does not fit",
    ],
    [
      "a file whose activity was changed, and whose checksum was made to fit",
      (lines: string[]) => {
        const rows = lines.slice(0, -1).map((line) => line.replace("event-1", "event-9"));
        const sha256 = createHash("sha256")
          .update(`${rows.join("\n")}\n`)
          .digest("hex");
        return [...rows, (lines.at(-1) ?? "").replace(/"sha256":"\w+"/, `"sha256":"${sha256}"`)];
      },
      "record of activities in the file is broken",
    ],
  ])("refuses %s and leaves the database empty", async (_what, spoil, message) => {
    await expect(importData(target, clock, linesOf(spoil(file)))).rejects.toThrow(message);
    const { rows } = await target.execute(sql`SELECT count(*)::integer AS events FROM events`);
    expect(rows).toEqual([{ events: 0 }]);
  });

  it.each([
    ["is cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["was damaged on its way", (bytes: Buffer) => bytes.fill(0, bytes.length >> 1)],
    ["lacks its last bytes", (bytes: Buffer) => bytes.subarray(0, -4)],
    ["is not compressed", (bytes: Buffer) => gunzipSync(bytes)],
  ])("refuses a file that %s, by its name", async (_what, spoil) => {
    const damaged = await fileOf(file, spoil);
    await expect(importData(target, clock, readLines(damaged))).rejects.toThrow(
      `${damaged} cannot be read to its end`,
    );
  });

  it("ends lines at LF alone, wherever the file's blocks end", async () => {
    const texts = ["line\u2028two\u2029three\u0085four\rfive", "", "x".repeat(200_000), "last"];
    const lines: string[] = [];
    for await (const line of readLines(await fileOf(texts))) lines.push(line);
    expect(lines).toEqual(texts);
  });

  it("refuses a database that is in use", async () => {
    await expect(importData(used, clock, linesOf(file))).rejects.toThrow("The database is not empty");
  });
});
