import { count, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/api/settings";
import type { Database } from "@/lib/server/db/database";
import { quarantineRecords } from "@/lib/server/db/queries/quarantine";
import { writeSettings } from "@/lib/server/db/queries/settings";
import { insertStatusChanges } from "@/lib/server/db/queries/status-change-rows";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { attackers } from "@/lib/server/db/schema/attackers";
import { events } from "@/lib/server/db/schema/events";
import { quarantinedRecords } from "@/lib/server/db/schema/quarantine";
import { settings } from "@/lib/server/db/schema/settings";
import { targets } from "@/lib/server/db/schema/targets";
import { createLogger } from "@/lib/server/log";
import { removeOutdated } from "@/lib/server/retention/run-retention";
import { databaseStore } from "@/lib/server/sync/database-store";
import { describeOnEachDatabase } from "@/tests/support/database";
import { attacker, mappedEvent, target } from "@/tests/support/event-factory";
import { recordedActions } from "@/tests/support/recorded-actions";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const clock = () => NOW;
const DAY_MS = 86_400_000;
/** More than one transaction removes. */
const MANY = 1_100;

const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();

async function keepFor(db: Database, retentionDays: number | null): Promise<void> {
  await db.delete(settings);
  const value = { ...DEFAULT_SETTINGS, retentionDays };
  await writeSettings(db, 0, { value, updatedAt: NOW, updatedBy: "admin" });
}

/** An event of a given age, with an attacker and a target of its own name. */
const event = (key: string, ageDays: number, name = key) =>
  mappedEvent({
    upstreamId: key,
    upstreamKey: key,
    firstSeenAt: null,
    lastSeenAt: daysAgo(ageDays),
    attackers: [attacker(`attacker-${name}`)],
    target: target({ host: `${name}.example.com` }),
  });

async function write(db: Database, list: readonly ReturnType<typeof event>[]): Promise<readonly string[]> {
  return (await writeEvents(db, { connection: "shop-waf", events: list, syncedAt: NOW })).ids;
}

const sleep = async () => {};

function remove(db: Database) {
  const deps = { clock, database: db, log: createLogger("fatal") };
  return removeOutdated(deps, sleep, new AbortController().signal);
}

describeOnEachDatabase((database) => {
  it("removes in small transactions what is older than the settings keep, with all that only it had", async () => {
    const db = database();
    await keepFor(db, 30);
    await write(
      db,
      Array.from({ length: MANY }, (_, index) =>
        event(`old-${index}`, 31, index < 5 ? `${index}` : "shared"),
      ),
    );
    const [kept] = await write(db, [event("new", 29, "shared")]);
    expect(await remove(db)).toBe(MANY);
    expect(await db.select({ id: events.id }).from(events)).toEqual([{ id: kept }]);
    const names = { value: attackers.value, events: attackers.events };
    expect(await db.select(names).from(attackers)).toEqual([{ value: "attacker-shared", events: 1 }]);
    expect(await db.select({ name: targets.name }).from(targets)).toEqual([{ name: "shared.example.com" }]);
    const left = await db.execute<{ rows: string }>(
      sql`SELECT (SELECT count(*) FROM event_details) + (SELECT count(*) FROM event_records)
        + (SELECT count(*) FROM event_texts) + (SELECT count(*) FROM event_attackers) AS rows`,
    );
    expect(Number(left.rows[0]?.rows)).toBe(4);
    expect((await recordedActions(db)).at(-1)).toBe("events.removed");
    expect(await remove(db)).toBe(0);
  });

  it("keeps everything while no time is set", async () => {
    const db = database();
    await keepFor(db, null);
    await write(db, [event("old", 4_000)]);
    expect(await remove(db)).toBe(0);
    expect((await db.select({ number: count() }).from(events))[0]?.number).toBe(1);
  });

  it("removes records in quarantine also where no event is too old", async () => {
    const db = database();
    await keepFor(db, 30);
    await write(db, [event("new", 29)]);
    const place = { connection: "shop-waf", source: "waf-threat" } as const;
    for (const age of [31, 29]) {
      const rejected = [{ raw: `{"age":${age}}`, reason: "not understood" }];
      await quarantineRecords(db, { ...place, rejected, at: new Date(daysAgo(age)) });
    }
    expect(await remove(db)).toBe(0);
    expect(await db.select({ raw: quarantinedRecords.raw }).from(quarantinedRecords)).toEqual([
      { raw: '{"age":29}' },
    ]);
  });

  it("waits with an event whose status is still on its way to a cloud", async () => {
    const db = database();
    await keepFor(db, 30);
    const [id = ""] = await write(db, [event("old", 31)]);
    const change = {
      at: NOW,
      eventId: id,
      version: 2,
      dueAt: NOW,
      actorKind: "user",
      origin: "watchfloor",
    } as const;
    await insertStatusChanges(db, [{ ...change, from: "toBeConfirmed", to: "ignored", fromOrigin: "cloud" }]);
    expect(await remove(db)).toBe(0);
    await db.execute(sql`UPDATE status_changes SET due_at = NULL`);
    expect(await remove(db)).toBe(1);
  });

  it("is not undone by a cloud that still lists what is too old", async () => {
    const db = database();
    await keepFor(db, 30);
    const store = databaseStore(db, { connection: "shop-waf", source: "waf-threat" }, clock);
    await store.writeEvents([event("old", 31), event("new", 29)]);
    expect(await db.select({ at: events.lastSeenAt }).from(events)).toEqual([{ at: new Date(daysAgo(29)) }]);
  });
});
