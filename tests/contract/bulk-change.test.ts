import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { verifyActivity } from "@/lib/server/activity/verify";
import { JOB_CHUNK } from "@/lib/server/db/queries/jobs";
import { outboxDepth } from "@/lib/server/db/queries/outbox-depth";
import { changeStatus } from "@/lib/server/triage/change-status";
import { controlJob } from "@/lib/server/triage/control-job";
import { readJob, readJobItems } from "@/lib/server/triage/read-jobs";
import { repeatJob } from "@/lib/server/triage/repeat-job";
import { runJobChunk, runJobs } from "@/lib/server/triage/run-jobs";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { BEN, MIA, OutboxWorld } from "../support/outbox/outbox-world";

const MOST_STEPS = 200;
const COUNT = JOB_CHUNK * 2 + 100;

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

/** Accepts a bulk change of all events. @returns the ids of job and change. */
async function accept(count = COUNT) {
  const { rows } = await world.begin(count);
  const events = rows.map(({ id, version }) => ({ id, version }));
  const answer = await changeStatus(world.deps, MIA, { events, status: "ignored", note: "scanner" });
  if (answer.kind !== "job") throw new Error("A job was expected.");
  return { ...answer, rows };
}

/** Runs jobs until they rest. */
async function runToEnd(): Promise<void> {
  const done = new AbortController();
  await runJobs(world.deps, async () => done.abort(), done.signal);
}

describe("a bulk change", () => {
  it("is accepted, carried out in chunks, and counts what became of each event", async () => {
    const { jobId, total, rows } = await accept();
    const [first] = rows;
    if (!first) throw new Error("There is no event.");
    expect(total).toBe(COUNT);
    await world.set([first], "confirmed", { by: BEN });
    await runJobChunk(world.deps, jobId);
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "running", done: JOB_CHUNK });
    await runToEnd();
    expect(await readJob(world.deps, jobId)).toMatchObject({
      state: "done",
      done: COUNT,
      counts: { changed: COUNT - 1, unchanged: 0, conflict: 1, "not-found": 0 },
      writes: { queued: COUNT - 1 },
    });
    const query = { limit: 10, cursor: undefined, outcome: "conflict" } as const;
    expect((await readJobItems(world.deps, jobId, query)).items).toEqual([
      {
        eventId: first.id,
        title: expect.stringMatching(/\w/),
        outcome: "conflict",
        writeState: null,
        message: expect.stringContaining("Somebody else"),
      },
    ]);
  });

  it("is made after all where somebody came first, or the cloud refused, once somebody asks for it", async () => {
    const { jobId, rows } = await accept(MOST_EVENTS_AT_ONCE + 1);
    const [first] = rows;
    if (!first) throw new Error("There is no event.");
    await world.set([first], "confirmed", { by: BEN });
    await runToEnd();
    const refusal = { kind: "error", status: 403, code: "NoPermission" } as const;
    world.simulator.controls.faults.failAlways("ModifyApisecEvents", refusal);
    await world.settle();
    const failed = (await readJob(world.deps, jobId)).writes.failed;
    world.simulator.controls.faults.clear();
    const again = await repeatJob(world.deps, BEN, jobId, { only: "failed" });
    expect(again).toMatchObject({ kind: "job", total: failed });
    expect(await repeatJob(world.deps, MIA, jobId, { only: "conflict" })).toMatchObject({ total: 1 });
    await expect(repeatJob(world.deps, MIA, jobId, { only: "overtaken" })).rejects.toMatchObject({
      code: "conflict",
    });
    await runToEnd();
    await world.settle();
    expect(new Set((await world.rows()).map(({ status, writeState }) => `${status} ${writeState}`))).toEqual(
      new Set(["ignored verified"]),
    );
  });

  it("stops when paused, goes on when resumed, and leaves the rest alone when cancelled", async () => {
    const { jobId } = await accept();
    await runJobChunk(world.deps, jobId);
    await controlJob(world.deps, BEN, jobId, "pause");
    await runToEnd();
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "paused", done: JOB_CHUNK });
    await controlJob(world.deps, BEN, jobId, "resume");
    await runJobChunk(world.deps, jobId);
    await controlJob(world.deps, BEN, jobId, "cancel");
    await runToEnd();
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "cancelled", done: JOB_CHUNK * 2 });
    const changed = (await world.rows()).filter((row) => row.status === "ignored");
    expect(changed).toHaveLength(JOB_CHUNK * 2);
    await expect(controlJob(world.deps, BEN, jobId, "resume")).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not sent at all when it is taken back in time, even half-way", async () => {
    const { jobId, changeId } = await accept();
    await runJobChunk(world.deps, jobId);
    await undoStatus(world.deps, MIA, changeId);
    world.pass(60_000);
    await world.newOutbox().step(new AbortController().signal);
    await runToEnd();
    await world.settle();
    expect(world.sent()).toEqual([]);
    expect(new Set((await world.rows()).map(({ status, writeState }) => `${status} ${writeState}`))).toEqual(
      new Set(["toBeConfirmed null"]),
    );
    await expect(undoStatus(world.deps, MIA, changeId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be taken back once more after its undo was cancelled: what is left of it is", async () => {
    const { jobId, changeId } = await accept();
    await runToEnd();
    const undo = async (by: typeof MIA) => {
      const answer = await undoStatus(world.deps, by, changeId);
      if (answer.kind !== "job") throw new Error("A job was expected.");
      return answer.jobId;
    };
    await controlJob(world.deps, MIA, await undo(MIA), "cancel");
    const halfWay = await undo(BEN);
    await runJobChunk(world.deps, halfWay);
    await expect(undo(MIA)).rejects.toMatchObject({ code: "conflict" });
    await controlJob(world.deps, BEN, halfWay, "cancel");
    const last = await undo(MIA);
    await runToEnd();
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "done" });
    expect(await readJob(world.deps, last)).toMatchObject({
      state: "done",
      counts: { changed: COUNT - JOB_CHUNK, unchanged: JOB_CHUNK, conflict: 0 },
    });
    expect(new Set((await world.rows()).map(({ status }) => status))).toEqual(new Set(["toBeConfirmed"]));
    await expect(undo(BEN)).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes its way after all, to its last event, when its undo is taken back half-way", async () => {
    const count = JOB_CHUNK + 10;
    const { changeId } = await accept(count);
    await runToEnd();
    const undo = await undoStatus(world.deps, MIA, changeId);
    if (undo.kind !== "job") throw new Error("A job was expected.");
    await runJobChunk(world.deps, undo.jobId);
    await undoStatus(world.deps, BEN, undo.changeId);
    await runToEnd();
    expect(await readJob(world.deps, undo.jobId)).toMatchObject({ state: "cancelled", undone: true });
    const { states } = await outboxDepth(world.deps.database);
    expect(states).toEqual([{ state: "queued", count }]);
  });

  it("survives workers that die at any moment: every event is verified, and the cloud was told once", async () => {
    const count = JOB_CHUNK + 10;
    const { jobId } = await accept(count);
    await runJobChunk(world.deps, jobId);
    world.pass(8_000);
    const deaths = [
      { operation: "ModifyApisecEvents", call: 1 },
      { operation: "DescribeApisecEvents", call: 90 },
      { operation: "ModifyApisecEvents", call: 2 },
      { operation: "DescribeApisecUserOperations", call: 40 },
    ] as const;
    for (const { operation, call } of deaths) await dieAt(operation, call);
    await runToEnd();
    await world.settle();
    expect(new Set((await world.rows()).map(({ status, writeState }) => `${status} ${writeState}`))).toEqual(
      new Set(["ignored verified"]),
    );
    const operations = await Promise.all(
      (await world.rows()).map(async ({ id }) => (await world.operations(id)).length),
    );
    expect(new Set(operations)).toEqual(new Set([1]));
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "done", writes: { verified: count } });
    expect(await verifyActivity(world.deps.database, world.deps.clock)).toMatchObject({ intact: true });
  });
});

/** A worker that never gets beyond the given call: the cloud carries it out, the worker does not hear of it. */
async function dieAt(
  operation: "ModifyApisecEvents" | "DescribeApisecEvents" | "DescribeApisecUserOperations",
  call: number,
) {
  const death = new AbortController();
  let calls = 0;
  const stop = world.simulator.controls.faults.beforeResponse(operation, () => {
    calls += 1;
    if (calls === call) death.abort();
  });
  const outbox = world.newOutbox();
  for (let step = 0; step < MOST_STEPS && !death.signal.aborted; step += 1) {
    const rest = await outbox.step(death.signal).catch(() => 1);
    world.pass(Math.max(1, rest));
  }
  stop();
  if (!death.signal.aborted) throw new Error(`${operation} was not called ${call} times.`);
}

/** Has every part of a bulk change fail with that code of PostgreSQL's, for so many tries. */
async function failTries(code: string, tries: number): Promise<void> {
  const { database } = world.deps;
  await database.execute(
    sql.raw(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END $$`),
  );
  await database.execute(
    sql`CREATE TRIGGER refuse BEFORE INSERT ON status_changes EXECUTE FUNCTION refuse()`,
  );
  const done = new AbortController();
  let rests = 0;
  const rest = async () => {
    rests += 1;
    if (rests === tries) done.abort();
  };
  await runJobs(world.deps, rest, done.signal);
  await database.execute(sql`DROP FUNCTION refuse() CASCADE`);
}

describe("the record of a bulk change that is taken back", () => {
  const recorded = async (subject: string) => {
    const { rows } = await world.deps.database.execute<Record<string, unknown>>(
      sql`SELECT action, actor_id, details FROM activity WHERE subject = ${subject} ORDER BY id`,
    );
    return rows;
  };

  it("says that the undo ended it, and where, before the undo began", async () => {
    const { jobId, changeId } = await accept();
    await runJobChunk(world.deps, jobId);
    const undo = await undoStatus(world.deps, BEN, changeId);
    if (undo.kind !== "job") throw new Error("A job was expected.");
    const [started, cancelled] = await recorded(jobId);
    expect(started).toMatchObject({ action: "job.started", actor_id: MIA.id });
    expect(cancelled).toEqual({
      action: "job.cancelled",
      actor_id: BEN.id,
      details: { kind: "status", changeId, done: JOB_CHUNK, total: COUNT, origin: BEN.origin },
    });
    await runToEnd();
    expect((await recorded(undo.jobId)).map(({ action }) => action)).toEqual(["job.started", "job.finished"]);
    expect(await verifyActivity(world.deps.database, world.deps.clock)).toMatchObject({ intact: true });
  });

  it("tells of no end where it had ended before", async () => {
    const { jobId, changeId } = await accept(MOST_EVENTS_AT_ONCE + 1);
    await runToEnd();
    await undoStatus(world.deps, BEN, changeId);
    expect((await recorded(jobId)).map(({ action }) => action)).toEqual(["job.started", "job.finished"]);
  });
});

describe("a bulk change that cannot be stored", () => {
  it.each([
    ["a full disk", "53100"],
    ["a lock that is held for long", "57014"],
    ["a server that takes no changes", "25006"],
  ])("because of %s goes on by itself afterwards, however often it was tried", async (_what, code) => {
    const { jobId, total } = await accept(MOST_EVENTS_AT_ONCE + 1);
    await failTries(code, 12);
    await runToEnd();
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "done", counts: { changed: total } });
  });

  it("because of a mistake of ours is given up, and says so", async () => {
    const { jobId } = await accept(MOST_EVENTS_AT_ONCE + 1);
    await failTries("P0001", 12);
    expect(await readJob(world.deps, jobId)).toMatchObject({ state: "failed" });
  });
});
