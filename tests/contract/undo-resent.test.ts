import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { outboxDepth } from "@/lib/server/db/queries/outbox-depth";
import { changeStatus } from "@/lib/server/triage/change-status";
import { readJob } from "@/lib/server/triage/read-jobs";
import { repeatJob } from "@/lib/server/triage/repeat-job";
import { runJobs } from "@/lib/server/triage/run-jobs";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { MIA, OutboxWorld } from "../support/outbox/outbox-world";

const REFUSED = { kind: "error", status: 403, code: "NoPermission" } as const;

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

async function runToEnd(): Promise<void> {
  const done = new AbortController();
  await runJobs(world.deps, async () => done.abort(), done.signal);
}

/** An event whose change the cloud has refused, and that was set once more. */
async function resent() {
  const { first } = await world.begin();
  world.simulator.controls.faults.failNext("ModifyApisecEvents", REFUSED);
  await world.set([first], "confirmed");
  await world.settle();
  world.simulator.controls.requests.clear();
  const { changeId } = await world.set([await world.row(first.id)], "confirmed");
  return { id: first.id, changeId };
}

const waiting = async () => (await outboxDepth(world.deps.database)).states;

describe("a change that has failed and is sent again", () => {
  it("has failed as before when the second try is taken back in time, and nothing is sent", async () => {
    const { id, changeId } = await resent();
    expect(await undoStatus(world.deps, MIA, changeId)).toMatchObject({
      results: [{ outcome: "changed", status: "confirmed", writeState: "failed" }],
    });
    expect(await waiting()).toEqual([]);
    await world.settle();
    expect(await world.row(id)).toMatchObject({ status: "confirmed", writeState: "failed" });
    expect(world.sent()).toEqual([]);
    const [undo, second, first] = await world.history(id);
    expect(undo).toMatchObject({ from: "confirmed", to: "confirmed", writeState: "failed" });
    expect(undo?.message).toBe(first?.message);
    expect(second).toMatchObject({ writeState: null, dueAt: null });
  });

  it("follows the cloud after that, and can be sent once more", async () => {
    const { id, changeId } = await resent();
    await undoStatus(world.deps, MIA, changeId);
    await world.set([await world.row(id)], "confirmed");
    await world.settle();
    expect(await world.row(id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    world.pass(600_000);
    const upstreamId = await world.upstreamId(id);
    world.simulator.controls.waf.changeStatusInConsole(upstreamId, "ignored", { userId: "1001" });
    await world.sync();
    expect(await world.row(id)).toMatchObject({ status: "ignored" });
  });

  it("is not sent by taking the second try back after that has failed as well", async () => {
    const { id, changeId } = await resent();
    world.simulator.controls.faults.failNext("ModifyApisecEvents", REFUSED);
    await world.settle();
    const calls = world.sent().length;
    await undoStatus(world.deps, MIA, changeId);
    await world.settle();
    expect(await world.row(id)).toMatchObject({ status: "confirmed", writeState: "failed" });
    expect(world.sent()).toHaveLength(calls);
  });

  it("has failed as before in a bulk change as well; what an undo holds until then is counted", async () => {
    const count = MOST_EVENTS_AT_ONCE + 1;
    const { rows } = await world.begin(count);
    const events = rows.map(({ id, version }) => ({ id, version }));
    world.simulator.controls.faults.failNext("ModifyApisecEvents", REFUSED, 3);
    const answer = await changeStatus(world.deps, MIA, { events, status: "ignored" });
    if (answer.kind !== "job") throw new Error("A job was expected.");
    await runToEnd();
    await world.settle();
    world.simulator.controls.requests.clear();
    const repeated = await repeatJob(world.deps, MIA, answer.jobId, { only: "failed" });
    await runToEnd();
    const undone = await undoStatus(world.deps, MIA, repeated.changeId);
    if (undone.kind !== "job") throw new Error("A job was expected.");
    expect(await waiting()).toEqual([{ state: "held", count }]);
    await runToEnd();
    expect(await waiting()).toEqual([]);
    await world.settle();
    expect(new Set((await world.rows()).map((row) => row.writeState))).toEqual(new Set(["failed"]));
    expect(world.sent()).toEqual([]);
    expect(await readJob(world.deps, undone.jobId)).toMatchObject({ counts: { changed: count } });
  });
});
