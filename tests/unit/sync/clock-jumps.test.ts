import { describe, expect, it } from "vitest";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { type MemorySync, memorySyncs, ran, rowsAt } from "@/tests/support/sync/memory-sync";
import { DAY, HOUR, MINUTE, NOW } from "@/tests/support/sync/source-sync";

const sync = memorySyncs();
const READINGS = 2 * MINUTE;

/** A sync that has read all there is, with an event every hour. */
async function settled(options: Parameters<typeof sync>[1] = {}) {
  const cloud = new ListedCloud();
  cloud.rows = rowsAt(48, (index) => NOW - index * HOUR - MINUTE);
  const subject = await ran(sync(cloud, options), MINUTE);
  expect(subject.store.events).toEqual(cloud.expected());
  return { cloud, subject };
}

/** An event that happens now, by the clock of the sync. */
function happen(cloud: ListedCloud, { time }: MemorySync, key: string): void {
  cloud.rows.push({ key, at: time.now });
}

describe("a clock that jumps", () => {
  it("back an hour does not make the sync wait for an hour: what is new is read at once", async () => {
    const { cloud, subject } = await settled({ pace: { reconcileEvery: 10 * DAY } });
    subject.time.jump(-HOUR);
    await subject.run(MINUTE);
    for (const key of ["soon", "later", "last"]) {
      happen(cloud, subject, key);
      await subject.run(READINGS);
      expect(subject.store.events.has(key), key).toBe(true);
    }
    expect(subject.store.state?.health.lastSuccessAt).toBeLessThanOrEqual(subject.time.now);
  });

  it("back an hour makes the copy stale at once when the cloud cannot be read any more", async () => {
    const { cloud, subject } = await settled();
    cloud.beforePage = () => {
      throw new Error("away");
    };
    subject.time.jump(-HOUR);
    await subject.run(READINGS);
    expect(subject.store.state?.health).toMatchObject({ failingSince: expect.any(Number) });
    expect(subject.store.state?.health.freshUntil).toBeLessThanOrEqual(subject.time.now);
  });

  it.each([
    ["forward an hour and back again", [HOUR, -HOUR]],
    ["back an hour and forward again", [-HOUR, HOUR]],
  ])("%s loses nothing that happened meanwhile", async (_way, [away = 0, home = 0]) => {
    const { cloud, subject } = await settled({ pace: { reconcileEvery: 10 * DAY } });
    subject.time.jump(away);
    // By the right time, not by the clock that has jumped.
    for (let minute = 0; minute < 20; minute += 1) {
      cloud.rows.push({ key: `meanwhile-${minute}`, at: subject.time.now - away });
      await subject.run(MINUTE);
    }
    subject.time.jump(home);
    await subject.run(READINGS);
    expect(subject.store.events).toEqual(cloud.expected());
  });

  it("forward an hour for good loses nothing: late events are found by the reading of everything", async () => {
    const { cloud, subject } = await settled();
    subject.time.jump(HOUR);
    for (let minute = 0; minute < 20; minute += 1) {
      cloud.rows.push({ key: `meanwhile-${minute}`, at: subject.time.now - HOUR });
      await subject.run(MINUTE);
    }
    await subject.run(HOUR);
    expect(subject.store.events).toEqual(cloud.expected());
  });

  it("back while the process was not running is noticed at the next start", async () => {
    const { cloud, subject } = await settled({ pace: { reconcileEvery: 10 * DAY } });
    await subject.stop();
    subject.time.jump(-HOUR);
    happen(cloud, subject, "after");
    const next = sync(cloud, {
      store: subject.store,
      time: subject.time,
      pace: { reconcileEvery: 10 * DAY },
    });
    await next.run(READINGS);
    expect(next.store.events.has("after")).toBe(true);
  });
});
