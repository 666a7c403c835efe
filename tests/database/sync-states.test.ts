import { expect, it } from "vitest";
import { sourceSyncSchema } from "@/lib/api/source-list";
import { saveSyncState } from "@/lib/server/db/queries/sync-states";
import { databaseStore } from "@/lib/server/sync/database-store";
import { readSourceHealth, readSourceStates } from "@/lib/server/sync/read-source-states";
import { describeOnEachDatabase } from "@/tests/support/database";
import { mappedEvent } from "@/tests/support/event-factory";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { DAY, HOUR, MINUTE, NOW, SECOND, SourceSync } from "@/tests/support/sync/source-sync";

const CONNECTION = { id: "prod-waf", product: "waf" } as const;
const PLACE = { connection: "prod-waf", source: "waf-threat" } as const;

/** A row as the sync stores it; give what the test is about. */
function row(
  overrides: Partial<Parameters<typeof saveSyncState>[1]> = {},
): Parameters<typeof saveSyncState>[1] {
  return {
    ...PLACE,
    lastAttemptAt: new Date(NOW),
    lastSuccessAt: new Date(NOW),
    freshUntil: new Date(NOW + 2 * MINUTE),
    failingSince: null,
    reason: null,
    errorCode: null,
    errorRequestId: null,
    coveredFrom: new Date(NOW - 30 * DAY),
    coveredTo: new Date(NOW),
    progress: null,
    gaps: [],
    bookmark: {},
    ...overrides,
  };
}

const progress = {
  windowFrom: new Date(NOW - DAY).toISOString(),
  windowTo: new Date(NOW).toISOString(),
  rows: 10,
  total: 100,
  rowsPerSecond: 2.5,
  estimatedEndAt: new Date(NOW + MINUTE).toISOString(),
};
const failing = { failingSince: new Date(NOW - HOUR), reason: "The cloud cannot be reached." };

describeOnEachDatabase((database) => {
  it.each([
    { title: "has just been read", state: "fresh", with: {} },
    {
      title: "is being read for the first time",
      state: "syncing",
      with: { lastSuccessAt: null, freshUntil: null, progress },
    },
    { title: "is new at the top and still being read below", state: "syncing", with: { progress } },
    { title: "has not succeeded for too long", state: "stale", with: { freshUntil: new Date(NOW) } },
    { title: "fails after it once worked", state: "stale", with: failing },
    {
      title: "has failed from the beginning",
      state: "never",
      with: { ...failing, lastSuccessAt: null, progress },
    },
  ])("tells that a source that $title is $state", async ({ state, with: overrides }) => {
    await saveSyncState(database(), row(overrides));
    const states = await readSourceHealth(database(), [CONNECTION], new Date(NOW));
    expect(states.map(({ source, state }) => [source, state])).toEqual([
      ["waf-api-security", "never"],
      ["waf-threat", state],
    ]);
  });

  it("gives everything that the sources page shows, with the numbers of events and quarantined records", async () => {
    const store = databaseStore(database(), PLACE, () => new Date(NOW));
    await store.writeEvents([mappedEvent({ upstreamKey: "a" }), mappedEvent({ upstreamKey: "b" })]);
    await store.quarantine([{ raw: "{}", reason: "EventId is missing." }]);
    const gap = {
      from: progress.windowFrom,
      to: progress.windowTo,
      list: "all",
      announced: 20,
      received: 1,
      notedAt: progress.windowTo,
    };
    await saveSyncState(database(), row({ ...failing, errorCode: "NoPermission", progress, gaps: [gap] }));
    const [, state] = await readSourceStates(database(), [CONNECTION], new Date(NOW));
    expect(state).toMatchObject({
      ...PLACE,
      events: 2,
      quarantined: 1,
      progress,
      gaps: [gap],
      errorCode: "NoPermission",
    });
    expect(sourceSyncSchema.safeParse(state).success).toBe(true);
  });

  it("goes on after a restart with what is missing only, and remembers when it last succeeded", async () => {
    const cloud = new ListedCloud();
    cloud.rows = Array.from({ length: 300 }, (_, index) => ({
      key: `event-${index}`,
      at: NOW - index * HOUR - 1,
    }));
    const place = { connection: "restarted", source: "waf-threat" } as const;
    const first = new SourceSync(cloud, { store: databaseStore(database(), place, () => new Date(NOW)) });
    await first.run();
    await first.stop();
    const done = cloud.calls.length;
    const before = await first.store.load();

    const second = new SourceSync(cloud, { store: first.store, time: first.time });
    expect(await second.store.load()).toEqual(before);
    await second.run(31 * SECOND);
    await second.stop();
    const again = cloud.calls.slice(done);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every((call) => call.from.getTime() >= NOW - HOUR)).toBe(true);
    expect((await second.store.load())?.health.lastSuccessAt).toBeGreaterThan(
      before?.health.lastSuccessAt ?? NOW,
    );
  });

  it("reads everything again when the stored bookmark is of another version", async () => {
    await saveSyncState(database(), row({ bookmark: { version: 99 } }));
    const stored = await databaseStore(database(), PLACE, () => new Date(NOW)).load();
    expect(stored?.bookmark).toEqual({ lists: {}, reconciliation: null, gaps: [] });
    expect(stored?.health.lastSuccessAt).toBe(NOW);
  });
});
