import { afterAll, beforeAll, expect, test } from "vitest";
import { overviewSchema } from "@/lib/api/overview";
import { wafConnection } from "../support/cloud-connections";
import { mappedEvent, target } from "../support/event-factory";
import { startTestServer, type TestServer } from "../support/test-server";
import { writeSeeded } from "../support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const SHARED = "192.0.2.9";

/** Events of one host each, whose server has an address of its own or the one that several have. */
const eventsOf = (host: string, count: number, address: string) =>
  Array.from({ length: count }, (_, index) => ({
    connection: "shop-waf",
    event: mappedEvent({
      upstreamKey: `${host} ${index}`,
      lastSeenAt: new Date(NOW.getTime() - 60_000 - index).toISOString(),
      target: target({ host, addresses: [address] }),
    }),
  }));

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ connections: [wafConnection({ id: "shop-waf" })], clock: () => NOW });
});
afterAll(() => server.close());

test("the overview's first target is the one with the most events, also where most of them name it second", async () => {
  const busy = Array.from({ length: 8 }, (_, index) => `shop-${index}.example.com`);
  await writeSeeded(
    server.deps.database,
    [
      ...busy.flatMap((host, index) => eventsOf(host, 3, `198.51.100.${index}`)),
      ...eventsOf(SHARED, 2, SHARED),
      ...["a", "b", "c", "d"].flatMap((name) => eventsOf(`${name}.example.com`, 1, SHARED)),
    ],
    NOW,
  );
  const viewer = await server.signIn("viewer");
  const { top } = overviewSchema.parse(await (await viewer("/api/overview?from=-7d")).json());
  expect(top.target).toHaveLength(8);
  expect(top.target[0]).toMatchObject({ value: SHARED, current: { count: 6 } });
});
