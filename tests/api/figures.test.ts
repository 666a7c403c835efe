import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AttackerSummary, attackerSummarySchema } from "@/lib/api/attacker";
import { eventListSchema } from "@/lib/api/event-list";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import type { Figure } from "@/lib/api/figure";
import { overviewSchema } from "@/lib/api/overview";
import { relatedEventsSchema } from "@/lib/api/related-events";
import { SEVERITIES } from "@/lib/events/severity";
import { type Client, withJson } from "../support/callers";
import { wafConnection } from "../support/cloud-connections";
import { attacker, eventFactory, mappedEvent, target } from "../support/event-factory";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";
import { writeSeeded } from "../support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const EVENTS = 1_500;
const RULE = 'Sql "Inject\\1';

let server: TestServer;
let viewer: Client;

beforeAll(async () => {
  const connections = [wafConnection({ id: "shop-waf" })];
  server = await startTestServer({ connections, clock: () => NOW });
  viewer = await server.signIn("viewer");
  const seeded = eventFactory(5, { now: NOW, days: 60 }).many(EVENTS);
  // Values that are easily mistaken in a link, and a target that is another one's address.
  const odd = mappedEvent({
    upstreamKey: "odd",
    lastSeenAt: new Date(NOW.getTime() - 60_000).toISOString(),
    outcome: "not-blocked",
    type: "-a,b\\c & d=1",
    attackers: [attacker("-x, y"), attacker("203.0.113.9"), attacker("::ffff:203.0.113.9")],
    target: target({ host: "a,b&c=d" }),
  });
  const ruled = ["one", "two"].map((upstreamKey) =>
    mappedEvent({
      source: "hss-rasp",
      upstreamKey,
      type: upstreamKey,
      raw: JSON.stringify({ chk_rule: RULE }),
      keywords: [RULE, "select from users"],
    }),
  );
  const own = [odd, ...ruled].map((event) => ({ connection: "shop-waf", event }));
  await writeSeeded(server.deps.database, [...seeded, ...own], NOW);
});
afterAll(() => server.close());

async function list(query: string) {
  return eventListSchema.parse(await (await viewer(`/api/events?${query}`)).json());
}

/** The figures whose link does not list as many events as they say. */
async function wrongOnes(figures: readonly Figure[]): Promise<object[]> {
  const wrong = [];
  for (const figure of figures) {
    const { total } = await list(`${figure.filter}&limit=1`);
    if (total !== figure.count) wrong.push({ ...figure, total });
  }
  return wrong;
}

const sum = (figures: readonly Figure[]) => figures.reduce((total, { count }) => total + count, 0);

describe("the overview", () => {
  const read = async (query = "") =>
    overviewSchema.parse(await (await viewer(`/api/overview${query}`)).json());

  test("gives every figure with the link that lists exactly these events", async () => {
    const { open, gotThrough, top, sources } = await read("?from=-7d");
    const trends = [gotThrough.all, ...gotThrough.bySeverity, ...Object.values(top).flat()];
    const figures = [
      open.all,
      ...open.bySeverity.flatMap(({ all, byAge }) => [all, ...byAge]),
      ...trends.flatMap(({ current, previous }) => [current, previous]),
      ...sources.map((source) => source.open),
    ];
    expect(figures.length).toBeGreaterThan(60);
    expect(sum(figures)).toBeGreaterThan(EVENTS);
    expect(await wrongOnes(figures)).toEqual([]);
  });

  test("splits the open events into severities and ages without rest", async () => {
    const { open } = await read();
    expect(open.bySeverity.map(({ severity }) => severity)).toEqual([...SEVERITIES]);
    expect(sum(open.bySeverity.map(({ all }) => all))).toBe(open.all.count);
    for (const { all, byAge } of open.bySeverity) expect(sum(byAge)).toBe(all.count);
  });

  test("compares the period with the one of equal length before", async () => {
    const { period, top } = await read("?from=2026-03-20&to=2026-03-27");
    expect(period).toEqual({ from: "2026-03-20T00:00:00.000Z", to: "2026-03-27T00:00:00.000Z" });
    const previous = new URLSearchParams(top.type[0]?.previous.filter);
    expect([previous.get("from"), previous.get("to")]).toEqual([
      "2026-03-13T00:00:00.000Z",
      "2026-03-20T00:00:00.000Z",
    ]);
  });

  test.each([
    ["severity=high", "severity"],
    ["from=soon", "from"],
    ["from=2027-01-01", "from"],
  ])("refuses ?%s and names %s", async (query, field) => {
    const problem = await expectProblem(await viewer(`/api/overview?${query}`), "invalid-request");
    expect(fieldsOf(problem)).toContain(field);
  });
});

describe("related events", () => {
  test("are counted as the lists that they link to, for odd values too", async () => {
    const { items } = await list("limit=30");
    const figures: Figure[] = [];
    for (const { id } of items) {
      const related = relatedEventsSchema.parse(await (await viewer(`/api/events/${id}/related`)).json());
      figures.push(...related.items.flatMap(({ inWindow, overall }) => [inWindow, overall]));
      // The event itself is always among them.
      for (const { inWindow } of related.items) expect(inWindow.count).toBeGreaterThan(0);
    }
    expect(figures.length).toBeGreaterThan(100);
    expect(await wrongOnes(figures)).toEqual([]);
  });

  test("are found by the product's own rule, and by their payload", async () => {
    const { items } = await list(`q=${encodeURIComponent('"select from users"')}`);
    expect(items).toHaveLength(2);
    const response = await viewer(`/api/events/${items[0]?.id}/related`);
    const related = relatedEventsSchema.parse(await response.json());
    const byRule = related.items.filter(({ by }) => by === "rule");
    expect(byRule).toMatchObject([{ value: RULE, overall: { count: 2 }, inWindow: { count: 2 } }]);
    expect(await wrongOnes(byRule.flatMap(({ inWindow, overall }) => [inWindow, overall]))).toEqual([]);
  });
});

describe("a selection", () => {
  const select = (client: Client, query: string) =>
    client("/api/events/selection", withJson("POST", { query }));

  test("freezes what the list shows, for the one who made it, for an hour", async () => {
    const query = "severity=high,critical&from=-30d";
    const selection = eventSelectionSchema.parse(await (await select(viewer, query)).json());
    expect(selection.total).toBe((await list(query)).total);
    expect(Date.parse(selection.expiresAt) - NOW.getTime()).toBe(3_600_000);
    const path = `/api/events/selection/${selection.id}`;
    expect(await (await viewer(path)).json()).toEqual(selection);
    await expectProblem(await (await server.signIn("admin"))(path), "not-found");
  });

  test.each([
    ["severity=severe", "query.severity"],
    ["colour=red", "query.colour"],
    ["limit=5", "query.limit"],
  ])("of ?%s is refused, naming %s", async (query, field) => {
    const problem = await expectProblem(await select(viewer, query), "invalid-request");
    expect(fieldsOf(problem)).toEqual([field]);
  });
});

describe("an attacker", () => {
  const read = async (value: string) =>
    attackerSummarySchema.parse(await (await viewer(`/api/attackers/${encodeURIComponent(value)}`)).json());
  const figuresOf = ({ events, open, by }: AttackerSummary) => [events, open, ...Object.values(by).flat()];

  test.each([
    ["an address", "203.0.113.9"],
    ["an address as another cloud writes it", "::ffff:203.0.113.9"],
    ["an account whose name means something in an address", "-x, y"],
    ["a network", "203.0.113.0/24"],
  ])("is summed up with the links that list exactly these events: %s", async (_kind, value) => {
    const summary = await read(value);
    expect(summary.events.count).toBeGreaterThan(0);
    expect(await wrongOnes(figuresOf(summary))).toEqual([]);
    expect(sum(summary.by.severity)).toBe(summary.events.count);
    expect(summary.newest[0]?.lastSeenAt).toBe(summary.lastSeenAt);
    expect(Date.parse(summary.firstSeenAt ?? "")).toBeLessThanOrEqual(Date.parse(summary.lastSeenAt ?? ""));
  });

  test("of whom nothing is known has no events and no times", async () => {
    expect(await read("nobody")).toMatchObject({
      events: { count: 0 },
      firstSeenAt: null,
      lastSeenAt: null,
      newest: [],
      descriptions: [],
    });
  });
});
