import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { eventHistorySchema, eventResponseSchema } from "@/lib/api/event-detail";
import { eventListSchema } from "@/lib/api/event-list";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { type Sync, startSync } from "@/lib/server/sync/start-sync";
import type { Client } from "../support/callers";
import { HOSTILE_ROWS, hostileAnswers } from "../support/hostile-cloud";
import { type StubCloud, startStubCloud } from "../support/stub-cloud";
import { stubConnections, unlimited } from "../support/stub-connections";
import { startTestServer, type TestServer } from "../support/test-server";

let cloud: StubCloud;
let server: TestServer;
let sync: Sync;
let client: Client;

const list = async (query: string) =>
  eventListSchema.parse(await (await client(`/api/events?limit=200&${query}`)).json());

beforeAll(async () => {
  cloud = await startStubCloud(hostileAnswers(new Date()));
  server = await startTestServer({
    connections: stubConnections(cloud.endpoint),
    cloudClient: { budgets: unlimited },
  });
  client = await server.signIn("viewer");
  sync = startSync(server.deps);
  await vi.waitFor(async () => expect((await list("")).total).toBe(SOURCE_IDS.length * HOSTILE_ROWS), {
    timeout: 30_000,
    interval: 200,
  });
}, 60_000);
afterAll(async () => {
  await sync.stop();
  await server.close();
  await cloud.close();
});

describe("a cloud that passes on what attackers send", () => {
  test.each(SOURCE_IDS)("loses no event of %s, and each opens with detail and history", async (source) => {
    const { items } = await list(`source=${source}`);
    expect(items).toHaveLength(HOSTILE_ROWS);
    for (const { id } of items) {
      const detail = await client(`/api/events/${id}`);
      expect(detail.status).toBe(200);
      eventResponseSchema.parse(await detail.json());
      eventHistorySchema.parse(await (await client(`/api/events/${id}/history`)).json());
    }
  });

  test("has its broken bytes and halves of characters replaced, and nothing else", async () => {
    const texts = JSON.stringify((await list("")).items);
    expect(texts).toContain("bytes \uFFFD");
    expect(texts).toContain("half 😀 \uFFFD pair \u2400 end");
    expect(texts).toContain("<b>bold</b>".repeat(9_310));
  });

  test("puts no secret of a connection and no stack into an answer", async () => {
    const bodies = await Promise.all(
      ["/api/events", "/api/overview", "/api/sources", "/api/events/facets", "/api/events/timeline"].map(
        async (path) => (await client(path)).text(),
      ),
    );
    expect(bodies.join()).not.toMatch(/Planted|node_modules/);
  });
});
