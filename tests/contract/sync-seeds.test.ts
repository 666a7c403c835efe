import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceId } from "@/lib/events/source-id";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { SOURCES } from "@/lib/server/sources/registry";
import {
  firewallConnection,
  hssConnection,
  testClient,
  wafConnection,
} from "@/tests/support/cloud-connections";
import { seedAnswers } from "@/tests/support/seed-answers";
import { type StubCloud, startStubCloud } from "@/tests/support/stub-cloud";
import { MemoryStore } from "@/tests/support/sync/memory-store";
import { HOUR, SourceSync } from "@/tests/support/sync/source-sync";

let cloud: StubCloud;
beforeAll(async () => {
  cloud = await startStubCloud(seedAnswers());
});
afterAll(() => cloud.close());

type Case = {
  source: SourceId;
  connection: (overrides: Partial<ConnectionConfig>) => ConnectionConfig;
  lists: number;
  announced: number | null;
};

describe("a cloud that gives the example of its document to every request", () => {
  it.each<Case>([
    { source: "waf-api-security", connection: wafConnection, lists: 2, announced: 3 },
    { source: "waf-threat", connection: wafConnection, lists: 1, announced: null },
    { source: "cloud-firewall", connection: firewallConnection, lists: 2, announced: 20 },
    { source: "hss-rasp", connection: hssConnection, lists: 1, announced: 21 },
  ])("yields one event of $source and one gap per list, however long it goes on", async (given) => {
    const source = SOURCES[given.source];
    const client = testClient(given.connection({ endpoint: cloud.endpoint }), {
      budgets: { take: async () => {} },
    });
    const sync = new SourceSync(
      { source, client },
      { store: new MemoryStore(), pace: { headEvery: 5 * 60_000 } },
    );
    const before = cloud.calls.length;
    await sync.run();
    const first = cloud.calls.length - before;
    expect(first).toBeLessThanOrEqual(8 * given.lists);
    await sync.run(2 * HOUR);
    await sync.stop();

    expect(sync.store.events.size).toBe(1);
    expect(sync.store.quarantined.size).toBe(0);
    const { bookmark, health } = sync.store.state ?? {};
    const expected = { announced: given.announced, received: 1 };
    expect(bookmark?.gaps.toSorted((a, b) => (a.list < b.list ? -1 : 1))).toEqual(
      given.announced === null
        ? []
        : source.lists.toSorted().map((list) => expect.objectContaining({ ...expected, list })),
    );
    expect(health).toMatchObject({ failingSince: null, lastSuccessAt: expect.any(Number) });
    expect(cloud.calls.length - before).toBeLessThanOrEqual(40 * first);
  });
});
