import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceId } from "@/lib/events/source-id";
import type { OpenDatabase } from "@/lib/server/db/database";
import { eventRecords } from "@/lib/server/db/schema/event-records";
import { events } from "@/lib/server/db/schema/events";
import { SOURCES } from "@/lib/server/sources/registry";
import { databaseStore } from "@/lib/server/sync/database-store";
import { PACES } from "@/lib/server/sync/pace";
import { type Simulator, startSimulator } from "@/lib/simulator";
import { testClient } from "@/tests/support/cloud-connections";
import { openTestDatabase, removeEvents } from "@/tests/support/database";
import { type CloudWorld, cloudWorlds, comparable } from "@/tests/support/sync/cloud-worlds";
import { DAY, HOUR, MINUTE, NOW, SourceSync } from "@/tests/support/sync/source-sync";
import { VirtualTime } from "@/tests/support/sync/virtual-time";

/** Something that happens right before the n-th page is answered. `pick` chooses a record. */
const happening = fc.record({
  call: fc.integer({ min: 1, max: 30 }),
  kind: fc.constantFrom("arrive", "late", "twin", "grow", "touch", "remove"),
  pick: fc.nat(10_000),
  ageSeconds: fc.integer({ min: 1, max: 86_000 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** The share of a few pages that is there at the beginning, how crowded it is, and what happens then. */
const story = fc.record({
  fill: fc.double({ min: 0, max: 1, noNaN: true }),
  crowding: fc.constantFrom(1, 60, 3_600, 80_000),
  happenings: fc.array(happening, { maxLength: 25 }),
});

const SOURCE_IDS: readonly SourceId[] = ["waf-api-security", "waf-threat", "cloud-firewall", "hss-rasp"];
const SETTINGS = { seed: 20_260_131, numRuns: 10, endOnFailure: true };

let database: OpenDatabase;
let simulator: Simulator;
const time = new VirtualTime(NOW);

beforeAll(async () => {
  simulator = await startSimulator({ scenario: "empty", clock: time.clock });
  simulator.controls.faults.throttling(false);
  database = await openTestDatabase("pglite");
});
afterAll(async () => {
  await simulator.close();
  await database.close();
});

/** Lets it happen; returns the id of the record that went, if one did. */
function happen(world: CloudWorld, { kind, pick, ageSeconds }: Happening, name: string): string | null {
  const now = Math.floor(time.now / 1000);
  if (kind === "remove") return world.remove(pick);
  if (kind === "arrive") world.add(name, now - (ageSeconds % 60));
  if (kind === "late") world.add(name, now - ageSeconds);
  if (kind === "twin") world.addTwin(pick, name);
  if (kind === "grow") world.grow(pick, now);
  if (kind === "touch") world.touch(pick);
  return null;
}

/** Every stored record of a connection's source. */
async function indexed(connection: string): Promise<string[]> {
  const rows = await database.orm
    .select({ raw: eventRecords.raw })
    .from(eventRecords)
    .innerJoin(events, eq(events.id, eventRecords.eventId))
    .where(eq(events.connection, connection));
  return rows.map((row) => comparable(row.raw));
}

/** What of `texts` remains when each of `taken` has been taken out once. */
function without(texts: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of taken) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

describe.each(SOURCE_IDS)("the index of %s", (source) => {
  it("loses and doubles nothing, whatever arrives, changes or goes while pages are walked", async () => {
    const world = cloudWorlds(simulator).find((candidate) => candidate.source === source);
    if (!world) throw new Error(`The simulator has no ${source}.`);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ fill, crowding, happenings }) => {
        run += 1;
        world.clear();
        await removeEvents(database.orm);
        const begin = Math.floor(time.now / 1000) - 2;
        for (let index = 0; index < fill * world.fewPages; index += 1) {
          world.add(`${run}-first-${index}`, begin - ((index * 37) % crowding));
        }
        const gone: string[] = [];
        let calls = 0;
        const unhook = simulator.controls.faults.beforeResponse(world.operation, () => {
          calls += 1;
          happenings.forEach((one, index) => {
            if (one.call !== calls) return;
            const removed = happen(world, one, `${run}-later-${index}`);
            if (removed !== null) gone.push(removed);
          });
        });

        const connection = `${source}-${run}`;
        const sync = new SourceSync(
          {
            source: SOURCES[source],
            client: testClient(world.connection, { budgets: { take: async () => {} } }),
          },
          {
            store: databaseStore(database.orm, { connection, source }, time.clock),
            time,
            lookbackDays: 1,
            pace: {
              ...PACES[source],
              targetPages: 2,
              overlap: MINUTE,
              reconcileEvery: 5 * MINUTE,
              reconcilePausePerCall: 0,
            },
          },
        );
        await sync.run(6 * MINUTE);
        unhook();
        await sync.run(11 * MINUTE);
        await sync.stop();

        const held = await indexed(connection);
        const shown = world.shown();
        expect(without(shown, held)).toEqual([]);
        const kept = without(held, shown);
        expect(kept.filter((text) => !gone.some((id) => text.includes(id)))).toEqual([]);
        time.now += 2 * DAY + HOUR;
      }),
      SETTINGS,
    );
  }, 120_000);
});
