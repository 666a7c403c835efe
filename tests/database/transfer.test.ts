import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { verifyActivity } from "@/lib/server/activity/verify";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { transferredTables } from "@/lib/server/db/transferred-tables";
import { exportData } from "@/lib/server/transfer/export-data";
import { importData } from "@/lib/server/transfer/import-data";
import { openTestDatabase } from "@/tests/support/database";
import { eventFactory } from "@/tests/support/event-factory";
import { HOSTILE } from "@/tests/support/hostile-event";
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
      actor: { kind: "user", id: "mia", name: "mia" },
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
    const counts = await importData(target, clock, linesOf(await exported(source)));
    expect(counts.events).toBe(EVENTS);
    expect(await contents(target)).toEqual(await contents(source));
    expect(await derived(target)).toEqual(await derived(source));
    expect(await verifyActivity(target, clock)).toMatchObject({ intact: true, entries: 3 });
    await writeSeeded(target, eventFactory(2, { now: NOW }).many(20), NOW);
  }, 120_000);
});

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
    ["a file that lacks a row", (lines: string[]) => lines.toSpliced(-2, 1), "it was changed or cut"],
    [
      "a file of another version",
      ([header = "", ...rest]: string[]) => [header.replace(/"migrations":\["/, '"migrations":["x'), ...rest],
      "another version",
    ],
    [
      "a file whose activity was changed",
      (lines: string[]) => lines.map((line) => line.replace("event-1", "event-9")),
      "record of activities in the file is broken",
    ],
  ])("refuses %s and leaves the database empty", async (_what, spoil, message) => {
    await expect(importData(target, clock, linesOf(spoil(file)))).rejects.toThrow(message);
    const { rows } = await target.execute(sql`SELECT count(*)::integer AS events FROM events`);
    expect(rows).toEqual([{ events: 0 }]);
  });

  it("refuses a database that is in use", async () => {
    await expect(importData(used, clock, linesOf(file))).rejects.toThrow("The database is not empty");
  });
});
