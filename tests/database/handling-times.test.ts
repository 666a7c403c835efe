import { beforeEach, expect, test } from "vitest";
import type { ActivityAction } from "@/lib/api/activity";
import type { PeriodField } from "@/lib/events/fields";
import { parseEventQuery } from "@/lib/events/query";
import { appendActivities } from "@/lib/server/activity/append-activity";
import type { Database } from "@/lib/server/db/database";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { selectHandlingTime } from "@/lib/server/db/queries/handling-times";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { describeOnEachDatabase } from "@/tests/support/database";
import { mappedEvent } from "@/tests/support/event-factory";

const MINUTE = 60_000;
/** When every event began; each test looks at a day of its own, because the record cannot be emptied. */
let began = Date.parse("2026-01-01T00:00:00Z");
beforeEach(() => {
  began += 10 * 86_400_000;
});

type Step = readonly [
  event: string,
  afterMinutes: number,
  action: ActivityAction,
  to?: string,
  actor?: "user" | "cloud-user",
];

/** Stores the events and what was done with them, in that order. */
async function record(
  db: Database,
  steps: readonly Step[],
): Promise<{ key: string; id: string | undefined }[]> {
  const keys = [...new Set(steps.map(([event]) => event))];
  const firstSeenAt = new Date(began).toISOString();
  const { ids } = await writeEvents(db, {
    connection: `shop-${began}`,
    events: keys.map((upstreamKey) => mappedEvent({ upstreamKey, firstSeenAt })),
    syncedAt: new Date(began),
  });
  const person = { id: "user-1", name: "someone" };
  const actors = {
    user: { kind: "user", ...person, origin: "watchfloor" },
    "cloud-user": { kind: "cloud-user", ...person },
  } as const;
  const entries = steps.map(([event, minutes, action, to, kind = "user"]) => ({
    at: new Date(began + minutes * MINUTE),
    actor: actors[kind],
    action,
    subject: ids[keys.indexOf(event)] ?? "",
    ...(to === undefined ? {} : { to }),
    details: {},
    address: null,
  }));
  await appendActivities(db, entries);
  return keys.map((key, index) => ({ key, id: ids[index] }));
}

const timeOf = (db: Database, step: PeriodField, [from, to] = [0, 1_440]) =>
  selectHandlingTime(db, step, {
    from: new Date(began + from * MINUTE),
    to: new Date(began + to * MINUTE),
  });

describeOnEachDatabase((database) => {
  test("the time to the first action is that of each event's first one by a person", async () => {
    await record(database(), [
      ["a", 5, "status.changed-in-cloud", "confirmed", "cloud-user"],
      ["a", 10, "assignee.changed", "someone"],
      ["a", 90, "status.changed", "ignored"],
      ["b", 20, "note.added"],
      ["c", 30, "status.changed", "confirmed"],
    ]);
    expect(await timeOf(database(), "acted")).toMatchObject({ events: 3, median: 20 * 60 });
  });

  test("the time to handling is that of the first closing, opened again or not", async () => {
    await record(database(), [
      ["a", 10, "status.changed", "confirmed"],
      ["a", 40, "status.changed", "actioned"],
      ["a", 50, "status.changed", "toBeConfirmed"],
      ["a", 60, "status.changed", "ignored"],
      ["b", 20, "note.added"],
    ]);
    expect(await timeOf(database(), "closed")).toEqual({ events: 1, median: 2_400, p95: 2_400 });
  });

  test("an event counts in the period of its first step only", async () => {
    await record(database(), [
      ["a", 10, "note.added"],
      ["a", 100, "note.added"],
    ]);
    expect(await timeOf(database(), "acted", [0, 50])).toMatchObject({ events: 1 });
    expect(await timeOf(database(), "acted", [50, 200])).toBeNull();
  });

  test("a filter on the period lists exactly the events that a time is of, alone and with other parts", async () => {
    const ids = await record(database(), [
      ["a", 10, "note.added"],
      ["b", 20, "status.changed", "ignored"],
      ["b", 30, "status.changed", "toBeConfirmed"],
      ["b", 40, "status.changed", "actioned"],
      ["c", 60, "status.changed", "ignored"],
      ["d", 70, "status.changed-in-cloud", "ignored", "cloud-user"],
    ]);
    const at = (minutes: number) => new Date(began + minutes * MINUTE).toISOString();
    const matching = async (params: Record<string, string>) => {
      const search = new URLSearchParams({ connection: `shop-${began}`, ...params });
      const { value: query, problems } = parseEventQuery(search, new Date(began + 80 * MINUTE));
      expect(problems).toEqual([]);
      const { items, total } = await listEvents(database(), query, new Date(began + 80 * MINUTE));
      const { severity } = await countFacets(database(), query.filter, new Date(began + 80 * MINUTE));
      const inFacet = severity.reduce((sum, { count }) => sum + count, 0);
      expect([total, inFacet]).toEqual([items.length, items.length]);
      return items.map(({ id }) => ids.find((known) => known.id === id)?.key).toSorted();
    };
    expect(await matching({ acted: `${at(0)}..${at(50)}` })).toEqual(["a", "b"]);
    expect(await matching({ acted: `${at(20)}..` })).toEqual(["b", "c"]);
    expect(await matching({ acted: `..${at(20)}` })).toEqual(["a"]);
    expect(await matching({ closed: "\\-1h" })).toEqual(["b", "c"]);
    expect(await matching({ closed: `${at(30)}..${at(50)}` })).toEqual([]);
    expect(await matching({ acted: `${at(0)}..${at(15)},${at(55)}..` })).toEqual(["a", "c"]);
    expect(await matching({ acted: `-${at(0)}..${at(50)}` })).toEqual(["c", "d"]);
    expect(await matching({ acted: `${at(0)}..`, closed: `-${at(0)}..` })).toEqual(["a"]);
    expect(await matching({ acted: `${at(0)}..`, attacker: "203.0.113.0/24" })).toEqual(["a", "b", "c"]);
    expect(await matching({ acted: `${at(0)}..`, status: "-toBeConfirmed" })).toEqual([]);
    // By the time of reading it has ended before it begins.
    const acted = { anyOf: [`-1h..${at(0)}`], noneOf: [] };
    const { filter, ...page } = parseEventQuery(new URLSearchParams(), new Date()).value;
    const query = { ...page, filter: { ...filter, fields: { acted } } };
    expect((await listEvents(database(), query, new Date(began + 80 * MINUTE))).total).toBe(0);
  });
});
