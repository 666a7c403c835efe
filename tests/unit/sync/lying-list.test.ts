import { describe, expect, it } from "vitest";
import { ListedCloud } from "@/tests/support/sync/listed-cloud";
import { memorySyncs, ran, rowsAt } from "@/tests/support/sync/memory-sync";
import { DAY, HOUR, NOW, SECOND } from "@/tests/support/sync/source-sync";

const sync = memorySyncs();

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
