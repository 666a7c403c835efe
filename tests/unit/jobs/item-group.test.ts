import { expect, test } from "vitest";
import { itemGroups } from "@/components/jobs/item-group";
import { isUnderWay } from "@/components/jobs/jobs-query";
import type { Job } from "@/lib/api/jobs";

const NO_WRITES = { queued: 0, sent: 0, verified: 0, overtaken: 0, failed: 0 };

const job = (change: Partial<Job> = {}): Job => ({
  id: "job-1",
  kind: "status",
  state: "done",
  changeId: "change-1",
  createdAt: "2026-01-31T08:00:00.000Z",
  finishedAt: null,
  actor: { kind: "user", id: "user-1", name: "mia" },
  status: "ignored",
  note: null,
  reason: null,
  total: 10,
  done: 10,
  counts: { changed: 10, unchanged: 0, conflict: 0, "not-found": 0 },
  writes: NO_WRITES,
  undone: false,
  problem: null,
  ...change,
});

test("only ends that an event came to are offered, with their number, after all events", () => {
  const groups = itemGroups(
    job({
      counts: { changed: 7, unchanged: 1, conflict: 2, "not-found": 0 },
      writes: { ...NO_WRITES, verified: 4, failed: 3 },
    }),
  );
  expect(groups.map(({ key, count }) => [key, count])).toEqual([
    ["all", 10],
    ["failed", 3],
    ["conflict", 2],
    ["unchanged", 1],
    ["verified", 4],
  ]);
});

test("what was not reached can be set after all; what needs nothing cannot", () => {
  const groups = itemGroups(
    job({
      counts: { changed: 1, unchanged: 1, conflict: 1, "not-found": 1 },
      writes: { queued: 1, sent: 0, verified: 1, overtaken: 1, failed: 1 },
    }),
  );
  expect(groups.flatMap(({ repeat }) => repeat ?? [])).toEqual(["failed", "overtaken", "conflict"]);
});

test.each([
  ["running", NO_WRITES, true],
  ["queued", NO_WRITES, true],
  ["paused", NO_WRITES, false],
  ["done", NO_WRITES, false],
  ["done", { ...NO_WRITES, sent: 1 }, true],
  ["cancelled", { ...NO_WRITES, queued: 1 }, true],
] as const)("a job that is %s with writes %o is under way: %s", (state, writes, expected) => {
  expect(isUnderWay(job({ state, writes }))).toBe(expected);
});
