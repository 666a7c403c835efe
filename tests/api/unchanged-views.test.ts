import { afterEach, beforeEach, expect, test } from "vitest";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { eventFactory, mappedEvent } from "../support/event-factory";
import { startTestServer, type TestServer } from "../support/test-server";
import { writeSeeded } from "../support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const VIEWS = [
  "/api/events?severity=high",
  "/api/events?from=-24h&sort=-attackCount",
  "/api/events/facets?q=injection",
  "/api/events/timeline?measure=attacks",
];

let server: TestServer;
let client: Awaited<ReturnType<TestServer["signIn"]>>;
const write = (upstreamKey: string) =>
  writeEvents(server.deps.database, {
    connection: "shop-waf",
    events: [mappedEvent({ upstreamKey, lastSeenAt: NOW.toISOString(), title: `injection ${upstreamKey}` })],
    syncedAt: NOW,
  });

beforeEach(async () => {
  server = await startTestServer({ connections: [], clock: () => NOW });
  client = await server.signIn("viewer");
  await writeSeeded(server.deps.database, eventFactory(3, { now: NOW }).many(40), NOW);
});
afterEach(() => server.close());

test.each(VIEWS)("who has %s already is told so, until an event changes", async (path) => {
  const first = await client(path);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"[\w.-]+"$/);
  const again = await client(path, { headers: { "if-none-match": `"other", ${etag}` } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  await write("new");
  const changed = await client(path, { headers: { "if-none-match": etag } });
  expect(changed.status).toBe(200);
  expect(await changed.text()).not.toBe(await first.text());
});

test("a view never shows less than what was committed before it was asked for", async () => {
  for (let number = 1; number <= 5; number += 1) {
    await write(`new-${number}`);
    const [list, facets] = await Promise.all([
      client("/api/events?q=new-").then((response) => response.json()),
      client("/api/events/facets?q=new-").then((response) => response.json()),
    ]);
    expect(list).toMatchObject({ total: number });
    expect(facets).toMatchObject({
      facets: { source: [{ value: "waf-threat", count: number }, {}, {}, {}] },
    });
  }
});
