import { sql } from "drizzle-orm";
import { beforeEach, expect, inject, test } from "vitest";
import { type ActivityEntry, appendActivities, appendActivity } from "@/lib/server/activity/append-activity";
import { verifyActivity } from "@/lib/server/activity/verify";
import { openDatabase } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { describeOnEachDatabase } from "../support/database";
import { createDatabase } from "../support/postgres-server";

const AT = new Date("2026-03-01T12:00:00.000Z");

function entry(change: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    at: AT,
    actor: { kind: "user", id: "user-mia", name: "mia", origin: "watchfloor" },
    action: "status.changed",
    subject: "event-1",
    source: "waf-threat",
    from: "toBeConfirmed",
    to: "confirmed",
    details: { note: "a", nested: { b: 1, a: [1, { z: null, y: 1.5 }] } },
    address: "192.0.2.10",
    ...change,
  };
}

const verify = (database: Database) => verifyActivity(database, () => AT);

/** Does what only somebody with full power over the database can: the triggers do not fire. */
async function tamper(database: Database, statement: ReturnType<typeof sql>): Promise<void> {
  await database.execute(sql`ALTER TABLE activity DISABLE TRIGGER ALL`);
  await database.execute(statement);
  await database.execute(sql`ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_rows_stay`);
  await database.execute(sql`ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_table_stays`);
}

test("a user of the database without special powers can start Watchfloor, append, and nothing else", async () => {
  const url = await createDatabase(inject("postgresUrl"), { owner: "watchfloor_app" });
  const { orm, close } = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
  try {
    await appendActivity(orm, entry());
    for (const statement of [
      sql`UPDATE activity SET actor_name = 'eve'`,
      sql`DELETE FROM activity`,
      sql`TRUNCATE activity`,
    ]) {
      await expect(orm.execute(statement)).rejects.toMatchObject({
        cause: expect.objectContaining({ message: expect.stringContaining("permission denied") }),
      });
    }
    expect(await verify(orm)).toMatchObject({ intact: true, entries: 1 });
  } finally {
    await close();
  }
});

describeOnEachDatabase((database) => {
  beforeEach(async () => {
    await tamper(database(), sql`DELETE FROM activity`);
    await database().execute(sql`UPDATE activity_head SET last_id = 0, hash = repeat('0', 64)`);
  });

  test("an empty record and one of many entries are whole", async () => {
    expect(await verify(database())).toMatchObject({ intact: true, entries: 0, broken: null });
    await appendActivities(
      database(),
      Array.from({ length: 2_500 }, (_, index) => entry({ subject: `event-${index}` })),
    );
    await appendActivity(database(), entry());
    expect(await verify(database())).toMatchObject({ intact: true, entries: 2_501 });
  });

  test("texts that the database cannot keep as they are do not break the chain", async () => {
    const details = { text: "nul \0, half \ud800, 長い", big: 1e21, small: 1e-7, negative: -0 };
    await appendActivity(database(), entry({ subject: "a\0b", from: "\ud800", details }));
    expect(await verify(database())).toMatchObject({ intact: true });
  });

  test("transactions that append at the same time come one after the other", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        appendActivities(database(), [entry({ subject: `a-${index}` }), entry({ subject: `b-${index}` })]),
      ),
    );
    expect(await verify(database())).toMatchObject({ intact: true, entries: 40 });
  });

  test("an entry is gone with the transaction that it belongs to, and leaves no gap", async () => {
    const failing = database().transaction(async (tx) => {
      await appendActivity(tx, entry());
      throw new Error("the change failed");
    });
    await expect(failing).rejects.toThrow("the change failed");
    await appendActivity(database(), entry());
    expect(await verify(database())).toMatchObject({ intact: true, entries: 1 });
  });

  test.each([
    ["an update", sql`UPDATE activity SET actor_name = 'eve'`],
    ["a delete", sql`DELETE FROM activity`],
    ["emptying the table", sql`TRUNCATE activity`],
  ])("%s is refused to the application's own user, even beside replication", async (_what, statement) => {
    await appendActivity(database(), entry());
    await expect(database().execute(statement)).rejects.toThrow();
    const asReplica = database().transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL session_replication_role = 'replica'`);
      await tx.execute(statement);
    });
    await expect(asReplica).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringMatching(/append-only|permission denied/) }),
    });
    expect(await verify(database())).toMatchObject({ intact: true, entries: 1 });
  });

  const FORGERIES = [
    ["a changed entry", sql`UPDATE activity SET actor_name = 'eve' WHERE id = 2`, 2],
    ["changed details", sql`UPDATE activity SET details = '{"note":"b"}' WHERE id = 2`, 2],
    ["a moved time", sql`UPDATE activity SET at = at + interval '1 second' WHERE id = 3`, 3],
    ["a removed entry", sql`DELETE FROM activity WHERE id = 2`, 3],
    ["a removed first entry", sql`DELETE FROM activity WHERE id = 1`, 2],
    ["a removed last entry", sql`DELETE FROM activity WHERE id = 3`, 3],
    [
      "a changed entry with a hash of its own",
      sql`UPDATE activity SET action = 'note.added', hash = repeat('a', 64) WHERE id = 2`,
      2,
    ],
  ] as const;
  test.each(FORGERIES)("%s is found and named", async (_what, statement, id) => {
    await appendActivities(database(), [entry(), entry({ to: "ignored" }), entry({ action: "note.added" })]);
    await tamper(database(), statement);
    expect(await verify(database())).toMatchObject({
      intact: false,
      broken: { id, reason: expect.stringMatching(/\w{5}/) },
    });
  });
});
