import { describe, expect, it } from "vitest";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { memorySyncs, ran, rowsAt } from "@/tests/support/sync/memory-sync";
import { DAY, HOUR, MINUTE, NOW, SECOND } from "@/tests/support/sync/source-sync";

const sync = memorySyncs();

const width = (request: { from: Date; to: Date }) => request.to.getTime() - request.from.getTime();

describe("a failure", () => {
  const denied = () =>
    new CloudError("denied", "no", {
      operation: "DescribeThreatEvent",
      code: "NoPermission",
      requestId: "R-1",
    });

  it("is told in words a person can act on, with the cloud's code and request id", async () => {
    const cloud = new ListedCloud();
    cloud.beforePage = () => {
      throw denied();
    };
    const { store } = await ran(sync(cloud));
    expect(store.state?.health).toMatchObject({
      failingSince: NOW,
      lastSuccessAt: null,
      failure: {
        reason: "Access denied: grant yundun-waf:DescribeThreatEvent to the key of this connection.",
        code: "NoPermission",
        requestId: "R-1",
      },
    });
  });

  it("is tried again less and less often, and ends by itself", async () => {
    const cloud = new ListedCloud();
    cloud.beforePage = () => {
      throw denied();
    };
    const subject = await ran(sync(cloud), DAY);
    expect(cloud.calls.length).toBeGreaterThan(280);
    expect(cloud.calls.length).toBeLessThan(500);
    expect(subject.store.state?.health.failingSince).toBe(NOW);
    cloud.beforePage = () => {};
    await subject.run(5 * MINUTE);
    expect(subject.store.state?.health).toMatchObject({ failingSince: null, failure: null });
    expect(subject.store.state?.health.lastSuccessAt).toBeGreaterThan(NOW + DAY);
  });

  it("of one window does not hold up the others, and stays visible", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(400, (index) => NOW - index * HOUR - 1);
    const bad = NOW - 5 * DAY;
    cloud.beforePage = (request) => {
      const holdsBad = request.from.getTime() <= bad && request.to.getTime() > bad;
      if (holdsBad && width(request) < 3 * DAY) {
        throw new CloudError("malformed", "not JSON", { operation: "DescribeThreatEvent" });
      }
    };
    const subject = await ran(sync(cloud), 20 * MINUTE);
    expect(subject.store.events.size).toBeGreaterThan(330);
    expect(subject.store.events.has("event-399")).toBe(true);
    expect(subject.store.state?.health.failure?.reason).toContain("was not understood");
    expect(subject.store.state?.health.lastSuccessAt).toBeGreaterThan(NOW + 18 * MINUTE);
    cloud.beforePage = () => {};
    await subject.run(5 * MINUTE);
    expect(subject.store.events).toEqual(cloud.expected());
    expect(subject.store.state?.health.failure).toBeNull();
  });

  it("waits as long as the cloud asks", async () => {
    const cloud = new ListedCloud();
    cloud.beforePage = () => {
      throw new CloudError("throttled", "slow", { operation: "List", retryAfterMs: 90_000 });
    };
    await ran(sync(cloud), 89 * SECOND);
    expect(cloud.calls).toHaveLength(1);
  });
});

describe("a record that cannot be used", () => {
  it("is quarantined with its reason while the rest of its page is kept", async () => {
    const cloud = new ListedCloud();
    cloud.rows = [
      ...rowsAt(12, (index) => NOW - index * HOUR - 1),
      { key: "bad", at: NOW - DAY, rejected: true },
    ];
    const { store } = await ran(sync(cloud));
    expect(store.events.size).toBe(12);
    expect([...store.quarantined.values()]).toEqual(["EventId is missing."]);
    expect(store.state?.bookmark.gaps).toEqual([]);
  });

  it("is quarantined when the database refuses it, while the rest of its page is kept", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(5, (index) => NOW - index * HOUR - 1);
    const subject = sync(cloud);
    subject.store.beforeWrite = (events) => {
      if (events.some((event) => event.upstreamKey === "event-3")) throw new Error("invalid byte sequence");
    };
    await subject.run();
    expect(subject.store.events.size).toBe(4);
    expect(subject.store.quarantined.size).toBe(1);
  });

  it("is not blamed when the database takes nothing at all", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(5, (index) => NOW - index * HOUR - 1);
    const subject = sync(cloud);
    subject.store.beforeWrite = () => {
      throw new Error("connection lost");
    };
    await subject.run();
    expect(subject.store.quarantined.size).toBe(0);
    expect(subject.store.state?.health.failure?.reason).toContain("on this server");
    subject.store.beforeWrite = () => {};
    await subject.run(5 * MINUTE);
    expect(subject.store.events).toEqual(cloud.expected());
  });
});
