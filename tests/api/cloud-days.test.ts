import { afterEach, describe, expect, test } from "vitest";
import { eventFacetsSchema, eventListSchema, eventTimelineSchema } from "@/lib/api/event-list";
import { healthSchema } from "@/lib/api/health";
import { sourceListSchema } from "@/lib/api/source-list";
import { type RiskEventRecord, riskEvent } from "@/lib/simulator";
import { type ReadingConsole, startReadingConsole } from "../support/reading-console";
import { DAY, HOUR, MINUTE, NOW, SECOND } from "../support/sync/source-sync";

const LIST = "DescribeRiskEventGroup";
const RANGE = "from=-3d&source=cloud-firewall";

let desk: ReadingConsole;
afterEach(() => desk.close());

/** Unix seconds. */
const seconds = (instant: number) => Math.floor(instant / 1_000);

/** So many events, evenly from an instant on; epoch milliseconds. */
const spread = (name: string, count: number, from: number, lengthMs: number): RiskEventRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const at = seconds(from + (index * lengthMs) / count);
    return riskEvent(`${name}-${index}`, { FirstEventTime: at - 60, LastEventTime: at });
  });

const attacksOf = (records: readonly RiskEventRecord[]) =>
  records.reduce((sum, { EventCount }) => sum + EventCount, 0);

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What the figures of the screen add up to. */
async function figures() {
  const { total } = await desk.read(`/api/events?${RANGE}&limit=1`, eventListSchema);
  const { facets } = await desk.read(`/api/events/facets?${RANGE}&fields=outcome`, eventFacetsSchema);
  const timeline = async (measure: string) =>
    desk.read(`/api/events/timeline?${RANGE}&measure=${measure}`, eventTimelineSchema);
  const height = async (measure: string) =>
    sum((await timeline(measure)).buckets.flatMap(({ counts }) => Object.values(counts)));
  return {
    listed: total,
    faceted: sum((facets.outcome ?? []).map(({ count }) => count)),
    drawn: await height("events"),
    attacks: await height("attacks"),
  };
}

const figuresOf = (records: readonly RiskEventRecord[]) => ({
  listed: records.length,
  faceted: records.length,
  drawn: records.length,
  attacks: attacksOf(records),
});

const gaps = async () =>
  (await desk.read(`/api/events/timeline?from=-36h&${RANGE.split("&")[1]}`, eventTimelineSchema)).gaps ?? [];

const source = async () => {
  const { connections } = await desk.read("/api/sources", sourceListSchema);
  return connections[0]?.sources[0];
};

const lastSeen = ({ LastEventTime }: RiskEventRecord) => new Date(LastEventTime * 1_000).toISOString();

const throttled = () =>
  desk.simulator.controls.requests.all(LIST).filter(({ code }) => code?.startsWith("Throttling"));

describe("a cloud that is down for a day", () => {
  test("is told as stale with a gap in the timeline; then it is caught up with, newest first, without gaps", async () => {
    const before = spread("before", 40, NOW - DAY, DAY - HOUR);
    desk = await startReadingConsole({ riskEvents: before });
    const { controls } = desk.simulator;
    await desk.run(MINUTE);
    expect(await figures()).toEqual(figuresOf(before));
    expect(await gaps()).toEqual([]);

    desk.network.up = false;
    await desk.run(DAY);
    const missed = spread("missed", 180, desk.time.now - DAY + HOUR, DAY - 2 * HOUR);
    controls.cloudFirewall.add(...missed);
    const down = await source();
    expect(down).toMatchObject({ state: "stale", reason: expect.stringContaining("cannot be reached") });
    expect(desk.time.now - Date.parse(down?.lastSuccessAt ?? "")).toBeGreaterThan(DAY - HOUR);
    expect(await desk.read("/api/health", healthSchema)).toMatchObject({
      ready: true,
      checks: [{ name: "database" }, { name: "sync", state: "degraded" }],
    });
    const [gap, ...more] = await gaps();
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ kind: "failing", reason: expect.stringContaining("cannot be reached") });
    expect(Date.parse(gap?.to ?? "") - Date.parse(gap?.from ?? "")).toBeGreaterThan(DAY - HOUR);
    expect(await figures()).toEqual(figuresOf(before));

    desk.network.up = true;
    controls.requests.clear();
    // Until the pause after the last failure is over, and then for some of the calls that catching up takes.
    while (controls.requests.all(LIST).length < 5) await desk.run(SECOND);
    const page = await desk.read(`/api/events?${RANGE}&limit=200`, eventListSchema);
    const caught = page.items.slice(0, page.total - before.length).map(({ lastSeenAt }) => lastSeenAt);
    expect(caught.length).toBeGreaterThan(0);
    expect(caught.length).toBeLessThan(missed.length);
    expect(caught).toEqual(missed.map(lastSeen).reverse().slice(0, caught.length));
    await desk.run(2 * MINUTE);
    expect(await figures()).toEqual(figuresOf([...before, ...missed]));
    expect(await gaps()).toEqual([]);
    expect(await source()).toMatchObject({ state: "fresh", reason: null });
    expect(throttled()).toEqual([]);
  }, 60_000);
});

describe("a cloud that gives yesterday's events with other counts", () => {
  test("has its rows, and all figures that are kept of them, corrected by the next reading of everything", async () => {
    const records = spread("yesterday", 60, NOW - 30 * HOUR, 6 * HOUR);
    desk = await startReadingConsole({ riskEvents: records });
    const { cloudFirewall, requests } = desk.simulator.controls;
    await desk.run(MINUTE);
    expect(await figures()).toEqual(figuresOf(records));
    for (const { EventId } of records.slice(0, 30)) {
      cloudFirewall.update(EventId, (record) => ({
        ...record,
        EventCount: record.EventCount + 1_000,
        RuleResult: 3 - record.RuleResult,
      }));
    }
    await desk.run(20 * MINUTE);
    const changed = cloudFirewall.all();
    expect(attacksOf(changed)).toBe(attacksOf(records) + 30_000);
    expect(await figures()).toEqual(figuresOf(changed));
    const blocked = changed.filter(({ RuleResult }) => RuleResult === 2).length;
    const path = `/api/events?${RANGE}&outcome=blocked&limit=1`;
    expect((await desk.read(path, eventListSchema)).total).toBe(blocked);
    expect(requests.all(LIST).every(({ status }) => status === 200)).toBe(true);
  });
});

describe("ten times as many events as usual", () => {
  test("are all read, newest first, within the cloud's limit, and counted right", async () => {
    const usual = spread("usual", 20, NOW - 20 * HOUR, 20 * HOUR);
    desk = await startReadingConsole({ riskEvents: usual });
    const { cloudFirewall } = desk.simulator.controls;
    await desk.run(2 * MINUTE);
    const burst = spread("burst", 200, desk.time.now, 2 * MINUTE);
    for (let part = 0; part < 4; part += 1) {
      await desk.run(30 * SECOND);
      cloudFirewall.add(...burst.slice(part * 50, (part + 1) * 50));
    }
    await desk.run(MINUTE);
    expect(await figures()).toEqual(figuresOf([...usual, ...burst]));
    const { items } = await desk.read("/api/events?limit=1", eventListSchema);
    expect(items[0]?.lastSeenAt).toBe(burst.map(lastSeen).at(-1));
    expect(await source()).toMatchObject({ state: "fresh", gaps: [], quarantined: 0 });
    expect(throttled()).toEqual([]);
  });
});
