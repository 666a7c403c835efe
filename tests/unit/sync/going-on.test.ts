import { describe, expect, it } from "vitest";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { memorySyncs, ran, rowsAt } from "@/tests/support/sync/memory-sync";
import { DAY, HOUR, MINUTE, NOW, SECOND } from "@/tests/support/sync/source-sync";

const sync = memorySyncs();

describe("a restart", () => {
  it("reads only what is missing after the process was killed in the middle", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(600, (index) => NOW - index * HOUR - 1);
    const killed = sync(cloud);
    cloud.beforePage = () => {
      if (cloud.calls.length === 40) throw new CloudError("network", "gone", { operation: "List" });
    };
    await killed.run();
    await killed.stop();
    const done = cloud.calls.length;
    const covered = killed.store.state?.bookmark.lists.all?.covered[0]?.from ?? Number.NaN;
    cloud.beforePage = () => {};

    const { store } = await ran(sync(cloud, { store: killed.store, time: killed.time }));
    expect(store.events).toEqual(cloud.expected());
    const again = cloud.calls.slice(done);
    const reread = again.filter((call) => call.to.getTime() > covered && call.from.getTime() < NOW - HOUR);
    expect(covered).toBeLessThan(NOW - 10 * DAY);
    expect(reread).toEqual([]);
    expect(again.length).toBeLessThan(50);
  });
});

describe("going on", () => {
  it("reads what arrived since, and late rows within the overlap, with one call per reading", async () => {
    const cloud = new ListedCloud();
    const subject = await ran(sync(cloud));
    cloud.rows = [
      { key: "new", at: subject.time.now + 10 * SECOND },
      { key: "late", at: subject.time.now - 5 * MINUTE },
    ];
    await subject.run(31 * SECOND);
    expect([...subject.store.events.keys()].toSorted()).toEqual(["late", "new"]);
    expect(cloud.calls).toHaveLength(2);
  });

  it("finds rows that come very late, and changes that move nothing, by the reconciliation", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(5, (index) => NOW - index * DAY - 1);
    const subject = await ran(sync(cloud));
    cloud.rows = [
      ...cloud.rows.map((row) => ({ ...row, version: 2 })),
      { key: "very-late", at: NOW - 20 * DAY },
    ];
    await subject.run(2 * HOUR);
    expect(subject.store.events).toEqual(cloud.expected());
  });

  it("keeps events that the cloud no longer lists", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(3, (index) => NOW - index * DAY - 1);
    const subject = await ran(sync(cloud));
    cloud.rows = [];
    await subject.run(3 * HOUR);
    expect(subject.store.events.size).toBe(3);
  });

  it("reads at once when it is woken", async () => {
    const cloud = new ListedCloud();
    const subject = await ran(sync(cloud));
    cloud.rows = [{ key: "new", at: NOW - SECOND }];
    subject.loop.wake();
    await subject.run(1);
    expect([...subject.store.events.keys()]).toEqual(["new"]);
  });

  it("reads what is new even while the first reading takes hours", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(3_000, (index) => NOW - index * 10 * MINUTE - 1);
    const subject = sync(cloud);
    let worstAge = 0;
    cloud.beforePage = () => {
      subject.time.now += 12 * SECOND;
      const last = subject.store.state?.health.lastSuccessAt;
      if (last) worstAge = Math.max(worstAge, subject.time.now - last);
    };
    await subject.run();
    expect(subject.time.now - NOW).toBeGreaterThan(HOUR);
    expect(subject.store.events).toEqual(cloud.expected());
    expect(worstAge).toBeLessThan(4 * MINUTE);
  });
});
