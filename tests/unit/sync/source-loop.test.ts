import { afterEach, describe, expect, it } from "vitest";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { ListedCloud, type ListedRow } from "@/tests/support/sync/listed-cloud";
import { MemoryStore } from "@/tests/support/sync/memory-store";
import { DAY, HOUR, MINUTE, NOW, SECOND, SourceSync } from "@/tests/support/sync/source-sync";

const rowsAt = (count: number, at: (index: number) => number, prefix = "event"): ListedRow[] =>
  Array.from({ length: count }, (_, index) => ({ key: `${prefix}-${index}`, at: at(index) }));

type MemorySync = SourceSync<MemoryStore>;
type SyncOptions = Partial<ConstructorParameters<typeof SourceSync<MemoryStore>>[1]>;

const syncs: MemorySync[] = [];
function sync(cloud: ListedCloud, options: SyncOptions = {}): MemorySync {
  const made = new SourceSync(cloud, { store: new MemoryStore(), ...options });
  syncs.push(made);
  return made;
}
afterEach(async () => {
  for (const made of syncs.splice(0)) await made.stop();
});

const width = (request: { from: Date; to: Date }) => request.to.getTime() - request.from.getTime();

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

/** The distinct window starts in the order in which they were walked beyond their first page. */
function windowsOf(cloud: ListedCloud): number[] {
  const walked = cloud.calls.filter((call) => call.page === 2).map((call) => call.from.getTime());
  return [...new Set(walked)];
}

async function ran(subject: MemorySync, ms = 0): Promise<MemorySync> {
  await subject.run(ms);
  return subject;
}

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

describe("a list that lies", () => {
  const one = { key: "only", at: NOW - DAY };

  it.each([
    { title: "announces 20 and holds 1", rows: 1, total: 20, everywhere: false },
    { title: "announces 3 and gives the same row to every request", rows: 1, total: 3, everywhere: true },
    {
      title: "announces a million and gives the same row to every request",
      rows: 1,
      total: 1e6,
      everywhere: true,
    },
    {
      title: "announces a million and gives the same full page to every request",
      rows: 10,
      total: 1e6,
      everywhere: true,
    },
  ])("that $title ends as one noted gap after few calls", async ({ rows, total, everywhere }) => {
    const cloud = new ListedCloud();
    cloud.falsify = (page, request) => {
      const holds = request.from.getTime() <= one.at && request.to.getTime() > one.at;
      const given = Array.from({ length: rows }, (_, index) => ({ ...one, key: `only-${index}` }));
      return everywhere || (holds && request.page === 1)
        ? cloud.pageOf(given, total)
        : { ...page, total: holds ? total : 0 };
    };
    const subject = await ran(sync(cloud));
    expect(cloud.calls.length).toBeLessThan(12);
    expect(subject.store.events.size).toBe(rows);
    const [gap] = subject.store.state?.bookmark.gaps ?? [];
    expect(gap).toMatchObject({ list: "all", announced: total, received: rows });

    await subject.run(3 * HOUR);
    expect(subject.store.state?.bookmark.gaps).toHaveLength(1);
    expect(cloud.calls.length).toBeLessThan(3 * 120 * 12);
    expect(subject.store.state?.health.failingSince).toBeNull();
  });

  it("loses its gap when a later reading delivers", async () => {
    const cloud = new ListedCloud();
    cloud.rows = [one];
    cloud.falsify = (page) => ({ ...page, total: page.total === 0 ? 0 : 5 });
    const subject = await ran(sync(cloud));
    expect(subject.store.state?.bookmark.gaps).toHaveLength(1);
    cloud.falsify = (page) => page;
    await subject.run(2 * HOUR);
    expect(subject.store.state?.bookmark.gaps).toEqual([]);
  });

  it("that announces only the rows of the page is read to its end all the same", async () => {
    const cloud = new ListedCloud();
    cloud.rows = rowsAt(25, (index) => NOW - index * HOUR - 1);
    cloud.falsify = (page) => ({ ...page, total: page.rows });
    const { store } = await ran(sync(cloud));
    expect(store.events).toEqual(cloud.expected());
  });

  it("that gives smaller pages than asked for is read to its end", async () => {
    const cloud = new ListedCloud({ pageSize: 10 });
    cloud.rows = rowsAt(30, (index) => NOW - index * HOUR - 1);
    const all = cloud.rows.toSorted((a, b) => b.at - a.at);
    cloud.falsify = (_page, { page, from, to }) => {
      const matching = all.filter((row) => row.at >= from.getTime() && row.at < to.getTime());
      return cloud.pageOf(matching.slice((page - 1) * 4, page * 4), matching.length);
    };
    const { store } = await ran(sync(cloud));
    expect(store.events).toEqual(cloud.expected());
    expect(store.state?.bookmark.gaps).toEqual([]);
  });
});

describe("records without an id", () => {
  const twin = { key: "twin", at: NOW - DAY };

  it("keeps identical rows apart, also across a page border, and never doubles them", async () => {
    const cloud = new ListedCloud({ identity: "content", pageSize: 10 });
    cloud.rows = [...rowsAt(9, (index) => NOW - DAY + SECOND + index, "before"), twin, twin, twin];
    const subject = await ran(sync(cloud));
    await subject.run(3 * HOUR);
    expect([...subject.store.events.keys()].filter((key) => key.startsWith("twin"))).toEqual(
      expect.arrayContaining(["twin", "twin#2", "twin#3"]),
    );
    expect(subject.store.events.size).toBe(12);
    expect(subject.store.state?.bookmark.gaps).toEqual([]);
  });

  it("counts identical rows although their instant fills several pages", async () => {
    const cloud = new ListedCloud({ identity: "content", pageSize: 10 });
    const others = rowsAt(24, () => NOW - DAY, "other");
    cloud.rows = others.flatMap((row) => [row, row]);
    const { store } = await ran(sync(cloud));
    expect(store.events.size).toBe(48);
    expect(store.state?.bookmark.gaps).toEqual([]);
  });

  it.each([1, 10])(
    "does not take a list that ignores paging for ties (%i rows on every page)",
    async (rows) => {
      const cloud = new ListedCloud({ identity: "content", pageSize: 10 });
      const same = rowsAt(rows, () => NOW - DAY);
      cloud.falsify = () => cloud.pageOf(same, 20);
      const { store } = await ran(sync(cloud));
      expect(store.events.size).toBe(rows);
      expect(store.state?.bookmark.gaps).toHaveLength(1);
    },
  );

  it("does not make two events of one row that moved to the next page", async () => {
    const cloud = new ListedCloud({ identity: "content", pageSize: 10 });
    cloud.rows = rowsAt(30, (index) => NOW - DAY + index);
    let moved = false;
    cloud.beforePage = ({ page }) => {
      if (page !== 2 || moved) return;
      moved = true;
      cloud.rows = [...cloud.rows, { key: "arrived", at: NOW - HOUR }];
    };
    const { store } = await ran(sync(cloud));
    expect([...store.events.keys()].toSorted()).toEqual([...cloud.expected().keys()].toSorted());
  });
});

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
