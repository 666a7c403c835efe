import { isIP } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Simulator, startSimulator } from "@/lib/simulator";
import { firewall, hss, rowsOf, waf } from "@/tests/support/simulator-client";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse("2026-03-20T12:00:00Z");

const running: Simulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

/** A demo whose data clock the test moves. */
async function demo(
  options: { seed?: number; now?: number } = {},
): Promise<{ simulator: Simulator; at(time: number): void }> {
  let time = options.now ?? NOON;
  const simulator = await startSimulator({ seed: options.seed ?? 1, clock: () => new Date(time) });
  simulator.controls.faults.throttling(false);
  running.push(simulator);
  return {
    simulator,
    at(next) {
      time = next;
    },
  };
}

/** Everything that a few calls of each product answer, as bytes. */
async function bytes(simulator: Simulator): Promise<string[]> {
  const seconds = {
    StartTime: NOON / 1000 - 5 * 86_400,
    EndTime: NOON / 1000,
    DataType: "session",
    PageSize: 10,
  };
  const answers = [
    await waf(simulator, "DescribeApisecEvents", { PageSize: 100 }),
    await waf(simulator, "DescribeThreatEvent", { StartTime: NOON - 5 * DAY, EndTime: NOON, PageSize: 200 }),
    await firewall(simulator, "DescribeRiskEventGroup", seconds),
    await hss(simulator, { start_time: NOON - 5 * DAY, end_time: NOON, limit: 200 }),
  ];
  return answers.map(({ text }) => text);
}

/** Advances the demo to its clock: the story is carried on with each request. */
async function touch(simulator: Simulator): Promise<void> {
  await waf(simulator, "DescribeInstance");
}

function tally<R>(rows: readonly R[], read: (row: R) => string | number): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const row of rows) counts.set(read(row), (counts.get(read(row)) ?? 0) + 1);
  return counts;
}

describe("the demo story", () => {
  test("is the same, byte for byte, for the same seed, clock and requests", async () => {
    const [one, two, other] = [await demo(), await demo(), await demo({ seed: 2 })];
    const first = await bytes(one.simulator);
    expect(await bytes(two.simulator)).toEqual(first);
    expect(await bytes(other.simulator)).not.toEqual(first);
  });

  test("tells the same past after a restart on another day", async () => {
    const before = await demo();
    const after = await demo({ now: NOON + 2 * DAY });
    const ids = new Set(after.simulator.controls.waf.apisecEvents.all().map(({ EventId }) => EventId));
    const recent = before.simulator.controls.waf.apisecEvents
      .all()
      .filter(({ StartTs }) => StartTs * 1000 > NOON - 20 * DAY);
    expect(recent.length).toBeGreaterThan(300);
    expect(recent.filter(({ EventId }) => !ids.has(EventId))).toEqual([]);
  });

  test.each([1, 2, 3])("has a few thousand events over thirty days (seed %i)", async (seed) => {
    const { waf: wafData, cloudFirewall, hss: hssData } = (await demo({ seed })).simulator.controls;
    const sizes = [
      [wafData.apisecEvents.all().length, 900],
      [wafData.threatEvents.all().length, 500],
      [cloudFirewall.all().length, 1_400],
      [hssData.all().length, 450],
    ] as const;
    for (const [size, aim] of sizes) {
      expect(size).toBeGreaterThan(aim * 0.8);
      expect(size).toBeLessThan(aim * 1.2);
    }
    const oldest = Math.min(...cloudFirewall.all().map(({ FirstEventTime }) => FirstEventTime * 1000));
    expect(oldest).toBeLessThan(NOON - 29 * DAY);
  });

  test("goes on: events arrive and grow as time passes, and none is lost or shrinks", async () => {
    const { simulator, at } = await demo();
    const { apisecEvents } = simulator.controls.waf;
    const before = new Map(apisecEvents.all().map((event) => [event.EventId, event.AllCnt]));
    at(NOON + 36 * HOUR);
    await touch(simulator);
    const after = new Map(apisecEvents.all().map((event) => [event.EventId, event.AllCnt]));
    const shrunk = [...before].filter(([id, count]) => (after.get(id) ?? -1) < count);
    const grown = [...before].filter(([id, count]) => (after.get(id) ?? 0) > count);
    expect(shrunk).toEqual([]);
    expect(grown.length).toBeGreaterThan(0);
    expect(after.size).toBeGreaterThan(before.size + 20);
  });

  test("shows nothing of the future", async () => {
    const { apisecEvents, threatEvents } = (await demo()).simulator.controls.waf;
    expect(apisecEvents.all().filter(({ EndTs }) => EndTs * 1000 > NOON)).toEqual([]);
    expect(threatEvents.all().filter(({ EndTime }) => EndTime > NOON)).toEqual([]);
    const { cloudFirewall, hss: hssData } = (await demo()).simulator.controls;
    expect(cloudFirewall.all().filter(({ LastEventTime }) => LastEventTime * 1000 > NOON)).toEqual([]);
    expect(hssData.all().filter(({ alarm_time }) => Number(alarm_time) > NOON)).toEqual([]);
  });

  test("lets the same attackers meet the WAF, the firewall and a host within hours", async () => {
    const { waf: wafData, cloudFirewall, hss: hssData } = (await demo()).simulator.controls;
    const near = (a: number, b: number) => Math.abs(a - b) < 12 * 3_600;
    const intrusions = hssData
      .all()
      .filter(({ event_name, severity }) => event_name === "JndiInject" && severity === "Critical");
    const traced = intrusions.filter((row) => {
      const time = Number(row.alarm_time) / 1000;
      return (
        cloudFirewall.all().some((event) => event.Direction === "out" && near(event.FirstEventTime, time)) &&
        cloudFirewall
          .all()
          .some(
            (event) =>
              event.RuleId !== "" &&
              event.SrcIP.startsWith("198.51.100.4") &&
              near(event.FirstEventTime, time),
          ) &&
        wafData.threatEvents
          .all()
          .some(
            ({ condition, startTs }) =>
              condition.real_client_ip?.includes(row.req_src_ip) && near(startTs, time),
          )
      );
    });
    expect(traced.length).toBeGreaterThan(0);
    const sources = new Set(cloudFirewall.all().map(({ SrcIP }) => SrcIP));
    const shared = new Set(
      wafData.apisecEvents.all().flatMap(({ attackers }) => attackers.map(({ ip }) => ip)),
    );
    expect([...shared].filter((ip) => sources.has(ip)).length).toBeGreaterThan(20);
  });

  test("uses only addresses that belong to nobody", async () => {
    const { waf: wafData, cloudFirewall, hss: hssData } = (await demo()).simulator.controls;
    const addresses = [
      ...wafData.apisecEvents.all().flatMap(({ attackers }) => attackers.map(({ ip }) => ip)),
      ...wafData.threatEvents.all().map(({ EventSrc }) => EventSrc),
      ...cloudFirewall.all().flatMap(({ SrcIP, DstIP }) => [SrcIP, DstIP]),
      ...hssData.all().flatMap(({ req_src_ip, private_ip }) => [req_src_ip, ...private_ip.split(",")]),
    ];
    const reserved =
      /^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^203\.0\.XX|^10\.|^192\.168\.|^127\.0\.0\.1$|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^2001:db8:/;
    expect(addresses.filter((address) => !reserved.test(address))).toEqual([]);
    expect(addresses.filter((address) => isIP(address) === 6).length).toBeGreaterThan(30);
  });

  test("has every status, each with a history that leads to it", async () => {
    const events = (await demo()).simulator.controls.waf.apisecEvents.all();
    expect([...tally(events, ({ UserStatus }) => UserStatus).keys()].sort()).toEqual(
      ["actioned", "confirmed", "ignored", "toBeConfirmed"].sort(),
    );
    for (const { operations, UserStatus } of events) {
      const chain = operations.map(({ FromStatus }) => FromStatus);
      expect([...chain, UserStatus]).toEqual([
        "toBeConfirmed",
        ...operations.map(({ ToStatus }) => ToStatus),
      ]);
    }
  });

  test("is mostly harmless: the worse, the rarer", async () => {
    const { waf: wafData, cloudFirewall } = (await demo()).simulator.controls;
    const threats = tally(wafData.threatEvents.all(), ({ EventLevel }) => EventLevel);
    const counts = ["critical", "high", "medium", "low"].map((level) => threats.get(level) ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeGreaterThan(0);
    const levels = tally(cloudFirewall.all(), ({ VulLevel }) => VulLevel);
    expect(levels.get(3)).toBeLessThan(levels.get(1) ?? 0);
  });

  test("is busier in the evening in Beijing than in the morning", async () => {
    const hours = tally((await demo()).simulator.controls.cloudFirewall.all(), ({ FirstEventTime }) =>
      Math.floor((FirstEventTime % 86_400) / 3_600),
    );
    const sum = (from: number) =>
      [0, 1, 2, 3].reduce((total, hour) => total + (hours.get(from + hour) ?? 0), 0);
    expect(sum(13)).toBeGreaterThan(1.5 * sum(1));
  });

  test("carries hostile text, unknown values and repeated rows", async () => {
    const { waf: wafData, hss: hssData } = (await demo()).simulator.controls;
    const text = JSON.stringify([wafData.apisecEvents.all(), hssData.all()]);
    for (const hostile of [
      "<script>",
      "onerror=",
      "javascript:",
      "${jndi:ldap",
      "UNION SELECT",
      "\\u001b[2J",
      "\u202e",
    ]) {
      expect(text).toContain(hostile);
    }
    const unknown = wafData.apisecEvents.all().filter(({ overrides }) => overrides?.EventLevel === "notice");
    expect(unknown.length).toBeGreaterThan(0);
    const repeated = tally(hssData.all(), ({ key, ...row }) => JSON.stringify(row));
    expect(Math.max(...repeated.values())).toBeGreaterThan(1);
    expect(hssData.all().filter(({ private_ip }) => private_ip.includes(",")).length).toBeGreaterThan(0);
  });
});

describe("a walk through all pages", () => {
  test("delivers as many rows as the story holds", async () => {
    const { simulator } = await demo();
    const total = simulator.controls.hss.all().length;
    const rows = [];
    for (let offset = 0; offset < total; offset += 200) {
      const answer = await hss(simulator, {
        start_time: 0,
        end_time: NOON,
        limit: 200,
        offset,
        enterprise_project_id: "all_granted_eps",
      });
      rows.push(...rowsOf(answer, "data_list"));
    }
    expect(rows).toHaveLength(total);
  });
});
