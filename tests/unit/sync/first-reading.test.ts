import { describe, expect, it } from "vitest";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { memorySyncs, ran, rowsAt } from "@/tests/support/sync/memory-sync";
import { DAY, HOUR, NOW, SECOND } from "@/tests/support/sync/source-sync";

const sync = memorySyncs();

const width = (request: { from: Date; to: Date }) => request.to.getTime() - request.from.getTime();

/** The distinct window starts in the order in which they were walked beyond their first page. */
function windowsOf(cloud: ListedCloud): number[] {
  const walked = cloud.calls.filter((call) => call.page === 2).map((call) => call.from.getTime());
  return [...new Set(walked)];
}

describe("the first reading", () => {
  it("takes one call for an empty year", async () => {
    const cloud = new ListedCloud();
    await sync(cloud, { lookbackDays: 365 }).run();
    expect(cloud.calls).toHaveLength(1);
    expect(width(cloud.calls[0] ?? { from: new Date(0), to: new Date(0) })).toBe(365 * DAY);
  });

  it("takes one call per list for an empty year of a source with two lists", async () => {
    const cloud = new ListedCloud({ lists: ["ip", "account"] });
    await sync(cloud, { lookbackDays: 365 }).run();
    expect(cloud.calls.map((call) => call.list).toSorted()).toEqual(["account", "ip"]);
  });

  it("reads every event of the lookback and nothing older", async () => {
    const cloud = new ListedCloud();
    cloud.rows = [...rowsAt(700, (index) => NOW - index * HOUR - 1), { key: "old", at: NOW - 31 * DAY }];
    const { store, time } = await ran(sync(cloud));
    cloud.rows = cloud.rows.filter((row) => row.key !== "old");
    expect(store.events).toEqual(cloud.expected());
    expect(store.state?.health).toMatchObject({ lastSuccessAt: time.now, failingSince: null });
    expect(store.state?.progress).toBeNull();
  });

  it("splits a burst in an otherwise empty year with few calls beyond its pages", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(1_000, (index) => NOW - 200 * DAY - index * 20);
    const { store } = await ran(sync(cloud, { lookbackDays: 365 }));
    expect(store.events).toEqual(cloud.expected());
    expect(cloud.calls.length).toBeLessThan(2 * (1_000 / cloud.source.pageSize));
  });

  it("reads the newest events first", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(500, (index) => NOW - index * HOUR - 1);
    await ran(sync(cloud));
    const starts = windowsOf(cloud);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(starts.length).toBeGreaterThan(10);
    expect(cloud.calls.length).toBeLessThan(1.5 * (cloud.rows.length / cloud.source.pageSize));
  });

  it("reads ten thousand events of one second although no window can be narrower", async () => {
    const cloud = new ListedCloud({ pageSize: 200 });
    cloud.rows = rowsAt(10_000, () => NOW - DAY);
    const { store } = await ran(sync(cloud));
    expect(store.events.size).toBe(10_000);
    expect(cloud.calls.length).toBeLessThan(90);
  });

  it("reads events once that every window announces, because they last the whole month", async () => {
    const cloud = new ListedCloud();
    const rows = rowsAt(400, () => NOW - DAY);
    cloud.falsify = (_page, { page }) => cloud.pageOf(rows.slice((page - 1) * 10, page * 10), rows.length);
    const { store } = await ran(sync(cloud));
    expect(store.events.size).toBe(400);
    expect(cloud.calls.length).toBeLessThan(50);
  });

  it("learns how long a range may be from a cloud that refuses longer ones", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(60, (index) => NOW - index * 11 * HOUR - 1);
    cloud.beforePage = (request) => {
      if (width(request) > 7 * DAY) throw new CloudError("invalid", "too long", { operation: "List" });
    };
    const { store } = await ran(sync(cloud));
    expect(store.events).toEqual(cloud.expected());
    expect(cloud.calls.filter((call) => width(call) > 7 * DAY).length).toBeLessThan(5);
  });

  it("asks for several pages of a window at a time", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(60, (index) => NOW - index * HOUR - 1);
    let open = 0;
    let most = 0;
    cloud.beforePage = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
    };
    const { store } = await ran(sync(cloud, { pace: { parallelPages: 3 } }));
    expect(most).toBe(3);
    expect(cloud.calls).toHaveLength(6);
    expect(store.events).toEqual(cloud.expected());
  });

  it("tells how far it is while it runs", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(500, (index) => NOW - index * HOUR - 1);
    const subject = sync(cloud);
    cloud.beforePage = () => {
      subject.time.now += 2 * SECOND;
      if (cloud.calls.length === 31) throw new CloudError("network", "reset", { operation: "List" });
    };
    await subject.run();
    const progress = subject.store.state?.progress;
    expect(progress?.rows).toBeGreaterThan(200);
    expect(progress?.total).toBeGreaterThan(450);
    expect(progress?.total).toBeLessThan(550);
    expect(progress?.rowsPerSecond).toBeGreaterThan(4);
    expect(progress?.estimatedEndAt).toBeGreaterThan(subject.time.now);
    expect(progress?.windowTo).toBeLessThan(NOW);
  });
});
