import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallBudgets } from "@/lib/server/clouds/call-budgets";
import { createMemoryLedger } from "@/lib/server/clouds/memory-ledger";
import type { CallPriority } from "@/lib/server/clouds/operation";
import { createQueuedBudgets } from "@/lib/server/clouds/queued-budgets";
import { VirtualTime } from "../../support/sync/virtual-time";

const CLOUD_FIREWALL = { calls: 10, perMs: 1000 };
const HOUR = 3_600_000;
const HSS = { calls: 5, perMs: 60_000 };

function setUp(limit = CLOUD_FIREWALL) {
  const time = new VirtualTime(Date.parse("2026-01-02T03:04:05Z"));
  const budgets = createQueuedBudgets({ ledger: createMemoryLedger(), clock: time.clock, sleep: time.sleep });
  const taken: { at: number; name: string }[] = [];
  const take = (name: string, priority: CallPriority = "background", signal = new AbortController().signal) =>
    budgets.take({ ...limit, key: "key", priority, signal }).then(() => {
      taken.push({ at: time.now, name });
    });
  return { time, budgets, taken, take, names: () => taken.map(({ name }) => name) };
}

/** Lets time pass in steps, so that whoever wakes acts before the next step. */
async function advance(time: VirtualTime, ms: number, stepMs: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await new Promise((resolve) => setImmediate(resolve));
    await time.pass(stepMs, 0);
  }
  await new Promise((resolve) => setImmediate(resolve));
}

function mostInAnyWindow(times: readonly number[], windowMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

describe("a call budget", () => {
  it.each([
    { name: "Cloud Firewall", limit: CLOUD_FIREWALL, forMs: 20_000, stepMs: 2 },
    { name: "Cloud Firewall on a busy machine", limit: CLOUD_FIREWALL, forMs: 20_000, stepMs: 170 },
    { name: "HSS", limit: HSS, forMs: 1_200_000, stepMs: 200 },
  ])(
    "gives the background of $name at least 95 % of the limit, in every window no more than it",
    async (it) => {
      const { time, take, taken } = setUp(it.limit);
      for (let call = 0; call < 500; call += 1) void take(String(call));
      await advance(time, it.forMs, it.stepMs);
      const times = taken.map(({ at }) => at);
      expect(mostInAnyWindow(times, it.limit.perMs)).toBeLessThanOrEqual(it.limit.calls);
      expect(times.length).toBeGreaterThanOrEqual(((0.95 * it.forMs) / it.limit.perMs) * it.limit.calls);
    },
  );

  it("never lets more than the limit into any window, whoever comes when", async () => {
    const arrivals = fc.array(
      fc.record({ wait: fc.nat(400), priority: fc.constantFrom<CallPriority>("person", "background") }),
      { minLength: 20, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async (calls) => {
        const ledger = createMemoryLedger();
        const granted: number[] = [];
        let now = 0;
        for (const { wait, priority } of calls) {
          now += wait;
          const request = { ...CLOUD_FIREWALL, key: "key", priority };
          for (let left = await ledger.reserve(request, now); left > 0; ) {
            now += left;
            left = await ledger.reserve(request, now);
          }
          granted.push(now);
        }
        expect(mostInAnyWindow(granted, CLOUD_FIREWALL.perMs)).toBeLessThanOrEqual(CLOUD_FIREWALL.calls);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it("leaves room for calls that arrive late, as the first ones of a cold connection do", async () => {
    const ledger = createMemoryLedger();
    const arrivals: number[] = [];
    const way = (sent: number) => 10 + Math.max(0, 250 - sent);
    const underway: { readonly sent: number; readonly answered: number }[] = [];
    for (let now = 0; now < 5000; now += 5) {
      for (const { sent } of underway.filter(({ answered }) => answered === now))
        ledger.answered?.("key", sent, now);
      if ((await ledger.reserve({ ...CLOUD_FIREWALL, key: "key", priority: "background" }, now)) > 0)
        continue;
      arrivals.push(now + way(now) / 2);
      underway.push({ sent: now, answered: now + way(now) });
    }
    expect(mostInAnyWindow(arrivals, CLOUD_FIREWALL.perMs)).toBeLessThanOrEqual(CLOUD_FIREWALL.calls);
    expect(arrivals.length).toBeGreaterThanOrEqual(45);
  });

  it("loses nothing to a cloud that is slow all the time", async () => {
    const ledger = createMemoryLedger();
    const request = { ...CLOUD_FIREWALL, key: "key", priority: "background" } as const;
    let granted = 0;
    for (let now = 0; now < 20_000; now += 1) {
      if (now % 103 === 0 && now >= 800) ledger.answered?.("key", now - 800, now);
      if ((await ledger.reserve(request, now)) === 0) granted += 1;
    }
    expect(granted).toBeGreaterThanOrEqual(190);
  });

  it("lets people go before the background, each in the order of arrival", async () => {
    const { time, take, names } = setUp(HSS);
    for (const name of ["b1", "b2", "b3"]) void take(name);
    await advance(time, 1000, 500);
    void take("p1", "person");
    void take("p2", "person");
    await advance(time, 60_000, 500);
    expect(names()).toEqual(["b1", "p1", "p2", "b2", "b3"]);
  });

  it("does not make a person wait for the background's even pace", async () => {
    const { time, take, taken } = setUp(HSS);
    void take("b1");
    void take("b2");
    await advance(time, 500, 100);
    void take("p1", "person");
    await advance(time, 500, 100);
    expect(taken.map(({ name }) => name)).toEqual(["b1", "p1"]);
  });

  it("makes a person wait at most one slot while the background uses the whole limit", async () => {
    const { time, take, taken } = setUp(HSS);
    for (let call = 0; call < 50; call += 1) void take("background");
    await advance(time, 300_000, 500);
    const asked = time.now;
    void take("person", "person");
    await advance(time, 13_000, 100);
    expect(taken.find(({ name }) => name === "person")?.at).toBeLessThanOrEqual(asked + 12_500);
  });

  it("keeps the budgets of different keys apart", async () => {
    const { budgets } = setUp({ calls: 1, perMs: 60_000 });
    const signal = new AbortController().signal;
    const take = (key: string, from: CallBudgets) =>
      from.take({ calls: 1, perMs: 60_000, key, priority: "background", signal });
    await take("one", budgets);
    await expect(take("two", budgets)).resolves.toBeUndefined();
  });

  it("takes a caller that aborts out of the line and gives its place to the next", async () => {
    const { time, take, names } = setUp({ calls: 1, perMs: 10_000 });
    const gone = new AbortController();
    await take("first");
    const aborted = expect(take("gone", "person", gone.signal)).rejects.toThrow("went away");
    void take("second");
    await advance(time, 1000, 500);
    gone.abort(new Error("went away"));
    await aborted;
    await advance(time, 9_400, 100);
    expect(names()).toEqual(["first", "second"]);
    await expect(take("late", "person", gone.signal)).rejects.toThrow("went away");
  });

  describe.each([
    ["the background", "background"],
    ["people", "person"],
  ] as const)("when the clock jumps while %s call", (_who, priority) => {
    /** Real milliseconds at which calls are made that are asked for all the time; the clock jumps after a minute. */
    async function callsAround(jump: number) {
      const ledger = createMemoryLedger();
      const made: number[] = [];
      for (let now = 0; now < 180_000; now += 100) {
        const clock = 10 * HOUR + now + (now >= 60_000 ? jump : 0);
        if ((await ledger.reserve({ ...HSS, key: "key", priority }, clock)) === 0) made.push(now);
      }
      return made;
    }

    it("an hour back, no window holds more than the limit, and nobody waits for an hour", async () => {
      const made = await callsAround(-HOUR);
      expect(mostInAnyWindow(made, HSS.perMs)).toBeLessThanOrEqual(HSS.calls);
      expect(made.filter((at) => at >= 60_000).length).toBeGreaterThanOrEqual(HSS.calls);
    });

    it("an hour forward, one window holds at most twice the limit, and the next ones no more than it", async () => {
      const made = await callsAround(HOUR);
      expect(mostInAnyWindow(made, HSS.perMs)).toBeLessThanOrEqual(2 * HSS.calls);
      const after = made.filter((at) => at >= 60_000);
      expect(mostInAnyWindow(after, HSS.perMs)).toBeLessThanOrEqual(HSS.calls);
    });
  });

  it("fails the callers, and recovers, when calls cannot be counted", async () => {
    let broken = true;
    const time = new VirtualTime(0);
    const ledger = {
      reserve: () => (broken ? Promise.reject(new Error("no database")) : Promise.resolve(0)),
    };
    const budgets = createQueuedBudgets({ ledger, clock: time.clock, sleep: time.sleep });
    const { signal } = new AbortController();
    const request = { ...HSS, key: "key", priority: "person", signal } as const;
    await expect(budgets.take(request)).rejects.toThrow("no database");
    broken = false;
    await expect(budgets.take(request)).resolves.toBeUndefined();
  });
});
