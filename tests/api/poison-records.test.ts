import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attackerSummarySchema } from "@/lib/api/attacker";
import { eventListSchema } from "@/lib/api/event-list";
import { sourceListSchema } from "@/lib/api/source-list";
import { quarantinedRecords } from "@/lib/server/db/schema/quarantine";
import { type RiskEventRecord, riskEvent } from "@/lib/simulator";
import { random } from "@/lib/simulator/random";
import { type ReadingConsole, startReadingConsole } from "../support/reading-console";
import { HOUR, MINUTE, NOW } from "../support/sync/source-sync";

const LIST = "DescribeRiskEventGroup";
const GOOD = 25;

let desk: ReadingConsole;
afterAll(() => desk.close());

type Overrides = Readonly<Record<string, unknown>>;

/** An event among the others, with this laid over its row. */
const recordWith = (name: string, overrides: Overrides = {}): RiskEventRecord =>
  riskEvent(name, { LastEventTime: (NOW - HOUR) / 1_000, overrides: { RuleId: name, ...overrides } });

const nested = (depth: number): unknown => {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const UNUSABLE: readonly (readonly [what: string, overrides: Overrides])[] = [
  ["without an id", { EventId: null }],
  ["without a time", { LastEventTime: "yesterday", FirstEventTime: null }],
  ["with a time beyond all calendars", { LastEventTime: 9e18, FirstEventTime: 9e18 }],
  ["of another kind", { EventId: { id: 1 }, LastEventTime: [] }],
];

const ATTACKER = "203.0.113.77";
const BY_ONE: Overrides = { Direction: "in", SrcIP: ATTACKER };

const STRANGE: readonly (readonly [what: string, overrides: Overrides])[] = [
  ["with a count beyond all numbers", { EventCount: 1e300 }],
  ["with the largest count of all", { ...BY_ONE, EventCount: Number.MAX_SAFE_INTEGER }],
  ["with a count as large, as text", { ...BY_ONE, EventCount: String(Number.MAX_SAFE_INTEGER) }],
  ["with a name of two million characters", { EventName: "n".repeat(2_000_000) }],
  ["with a type of a hundred thousand random digits", { AttackType: random("type", 1).hex(100_000) }],
  ["with five hundred levels of nesting", { SrcIPTag: nested(500) }],
  ["with NUL, half characters and control codes", { EventName: "\0\ud800\u001b[2J" }],
];

async function reading() {
  const { connections } = await desk.read("/api/sources", sourceListSchema);
  const { total } = await desk.read("/api/events?limit=1", eventListSchema);
  return { total, source: connections[0]?.sources[0] };
}

describe("records that nobody can use, or nobody expects", () => {
  beforeAll(async () => {
    const good = Array.from({ length: GOOD }, (_, index) => recordWith(`good ${index}`));
    const odd = [...UNUSABLE, ...STRANGE].map(([what, overrides]) => recordWith(what, overrides));
    desk = await startReadingConsole({ riskEvents: [...good, ...odd] });
    await desk.run(MINUTE);
  });

  test("hold up nobody: all others are read, and nothing is called missing or stale", async () => {
    const { total, source } = await reading();
    expect(source).toMatchObject({ state: "fresh", reason: null, gaps: [], quarantined: UNUSABLE.length });
    expect(total).toBe(GOOD + STRANGE.length);
  });

  test("break no sum of an attacker's events", async () => {
    const answer = await desk.read(`/api/attackers/${ATTACKER}`, attackerSummarySchema);
    expect(answer.attacks).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  test.each(UNUSABLE)("%s: is kept in quarantine, as it came and with the reason", async (what) => {
    const kept = await desk.server.deps.database.select().from(quarantinedRecords);
    expect(kept.filter(({ raw }) => raw.includes(what))).toMatchObject([
      { reason: expect.stringMatching(/\w{3}.*\.$/) },
    ]);
  });

  test.each(STRANGE)("%s: is an event like any other", async (what) => {
    const path = `/api/events?q=${encodeURIComponent(what)}`;
    expect(await desk.read(path, eventListSchema)).toMatchObject({ total: 1 });
  });
});

describe("a body larger than any that is taken", () => {
  test("is told as not understood while it lasts, and read over once it is gone: nothing is missing", async () => {
    const { cloudFirewall, faults } = desk.simulator.controls;
    const before = await reading();
    faults.failAlways(LIST, { kind: "malformed", body: "oversized" });
    cloudFirewall.add(riskEvent("late", { LastEventTime: desk.time.now / 1_000 - 1 }));
    await desk.run(MINUTE);
    const during = await reading();
    expect(during.source).toMatchObject({ reason: expect.stringContaining("was not understood") });
    expect(during.total).toBe(before.total);
    faults.clear();
    await desk.run(5 * MINUTE);
    const { total, source } = await reading();
    expect(total).toBe(before.total + 1);
    expect(source).toMatchObject({ state: "fresh", reason: null, gaps: [] });
  });
});
