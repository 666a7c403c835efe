import { afterAll, beforeAll, expect, test } from "vitest";
import { eventTimelineSchema } from "@/lib/api/event-list";
import { SOURCES } from "@/lib/server/sources/registry";
import { databaseStore } from "@/lib/server/sync/database-store";
import { UNTRIED } from "@/lib/server/sync/health";
import type { StoredSync } from "@/lib/server/sync/sync-store";
import type { Client } from "../support/callers";
import { firewallConnection, wafConnection } from "../support/cloud-connections";
import { startTestServer, type TestServer } from "../support/test-server";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const HOUR = 3_600_000;
/** Whole hours before now, epoch milliseconds. */
const ago = (hours: number) => NOW.getTime() - hours * HOUR;
const PLACE = { connection: "shop-waf", source: "waf-threat" } as const;
const [LIST = ""] = SOURCES[PLACE.source].lists;
const FAILURE = { reason: "The key was refused.", code: "Forbidden", requestId: null };

let server: TestServer;
let viewer: Client;

beforeAll(async () => {
  const connections = [
    wafConnection({ id: PLACE.connection, lookbackDays: 7 }),
    firewallConnection({ id: "edge", lookbackDays: 7 }),
  ];
  server = await startTestServer({ connections, clock: () => NOW });
  viewer = await server.signIn("viewer");
});
afterAll(() => server.close());

type Reading = {
  /** What was read, in hours ago. */
  readonly covered: readonly (readonly [from: number, to: number])[];
  readonly health?: Partial<StoredSync["health"]>;
  readonly gaps?: StoredSync["bookmark"]["gaps"];
};

/** Stores how the threat events were read. */
function readLike({ covered, health, gaps = [] }: Reading): Promise<void> {
  const spans = covered.map(([from, to]) => ({ from: ago(from), to: ago(to) }));
  return databaseStore(server.deps.database, PLACE, server.deps.clock).save({
    bookmark: {
      lists: { [LIST]: { covered: spans, head: null } },
      reconciliation: null,
      gaps: [...gaps],
    },
    health: { ...UNTRIED, ...health },
    progress: null,
  });
}

/** What the timeline says, as [kind, hours ago from, hours ago to]. */
async function toldGaps(query: string) {
  const answer = await viewer(`/api/events/timeline?${query}`);
  const { gaps = [] } = eventTimelineSchema.parse(await answer.json());
  return gaps.map(({ from, to, ...gap }) => ({
    ...gap,
    span: [from, to].map((instant) => (NOW.getTime() - Date.parse(instant)) / HOUR),
  }));
}

const fresh = { lastSuccessAt: ago(0.01), freshUntil: ago(-1) };

test.each<[name: string, reading: Reading, expected: readonly (readonly [string, number, number])[]]>([
  [
    "everything has been read",
    { covered: [[200, 1]], health: { lastSuccessAt: ago(1), freshUntil: ago(-1) } },
    [],
  ],
  ["the newest stretch is being read again", { covered: [[200, 0.25]], health: fresh }, []],
  [
    "a stretch is still missing",
    {
      covered: [
        [200, 40],
        [30, 0],
      ],
      health: fresh,
    },
    [["not-read-yet", 40, 30]],
  ],
  [
    "reading has been failing for five hours",
    { covered: [[200, 5]], health: { lastSuccessAt: ago(5), failingSince: ago(5), failure: FAILURE } },
    [["failing", 5, 0]],
  ],
  [
    "nothing was ever read, and reading fails",
    { covered: [], health: { failingSince: ago(1), failure: FAILURE } },
    [["failing", 48, 0]],
  ],
  [
    "the last success is too long ago",
    { covered: [[200, 3]], health: { lastSuccessAt: ago(3), freshUntil: ago(2) } },
    [["not-read-yet", 3, 0]],
  ],
  [
    "the cloud gave fewer rows than it announced",
    {
      covered: [[200, 0]],
      health: fresh,
      gaps: [{ from: ago(12), to: ago(11), list: LIST, announced: 30, received: 20, notedAt: ago(1) }],
    },
    [["incomplete", 12, 11]],
  ],
])("when %s, the timeline says so", async (_name, reading, expected) => {
  await readLike(reading);
  const told = await toldGaps("source=waf-threat&from=2026-03-29T12:00:00Z&to=2026-03-31T12:00:00Z");
  expect(told.map(({ kind, span }) => [kind, ...span])).toEqual(expected);
  for (const gap of told) expect(gap).toMatchObject(PLACE);
});

test("why reading fails is told in the cloud's words", async () => {
  await readLike({ covered: [], health: { failingSince: ago(1), failure: FAILURE } });
  const told = await toldGaps("source=waf-threat&from=-24h&to=now");
  expect(told.map(({ reason }) => reason)).toEqual([FAILURE.reason]);
});

test("what is older than the lookback is told apart from what is still to be read", async () => {
  await readLike({ covered: [[100, 0]], health: fresh });
  const told = await toldGaps("source=waf-threat&from=2026-03-21T12:00:00Z&to=2026-03-31T12:00:00Z");
  expect(told.map(({ kind, span }) => [kind, ...span])).toEqual([
    ["before-lookback", 240, 168],
    ["not-read-yet", 168, 100],
  ]);
});

test("only sources that the filter lets through are told, and the future is no gap", async () => {
  await readLike({ covered: [[200, 0]], health: fresh });
  const range = "from=2026-03-31T00:00:00Z&to=2026-04-01T00:00:00Z";
  const places = async (filter: string) =>
    (await toldGaps(`${range}&${filter}`)).map(({ connection, source }) => `${connection} ${source}`);
  expect(await places("source=waf-threat")).toEqual([]);
  expect(await places("connection=edge")).toEqual(["edge cloud-firewall"]);
  expect(await places("connection=-edge")).toEqual(["shop-waf waf-api-security"]);
  expect((await toldGaps(`${range}&connection=edge`))[0]?.span).toEqual([12, 0]);
});
