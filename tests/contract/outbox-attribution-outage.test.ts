import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

const DOWN = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;
const steps = async (count: number) => {
  const outbox = world.newOutbox();
  for (let step = 0; step < count; step += 1) {
    await outbox.step(new AbortController().signal);
    world.pass(60_000);
  }
};

/** Events whose status carol has changed in the cloud's console, as the sync has noticed. */
const noticedChanges = async (count: number) => {
  const { first, rows } = await world.begin(count);
  for (const { id } of rows) {
    const upstreamId = await world.upstreamId(id);
    world.simulator.controls.waf.changeStatusInConsole(upstreamId, "ignored", { userId: "carol" });
  }
  world.pass(200_000);
  await world.sync();
  return { first, rows };
};

describe("a change that the sync has noticed, while the cloud is away", () => {
  it("waits for the cloud's answer, which then names who it was", async () => {
    const { first } = await noticedChanges(1);
    const { faults } = world.simulator.controls;
    faults.failAlways("DescribeApisecUserOperations", DOWN);
    await steps(10);
    faults.clear();
    await world.settle();
    expect((await world.history(first.id))[0]).toMatchObject({
      actorId: "carol",
      to: "ignored",
      dueAt: null,
      message: null,
    });
  });

  it("costs no call of its own where another has just found the cloud away", async () => {
    const { rows } = await noticedChanges(30);
    const { faults, requests } = world.simulator.controls;
    faults.failAlways("DescribeApisecUserOperations", DOWN);
    requests.clear();
    await world.newOutbox().step(new AbortController().signal);
    expect(requests.all("DescribeApisecUserOperations").length).toBeLessThanOrEqual(8 * 5);
    faults.clear();
    await world.settle();
    for (const { id } of rows)
      expect((await world.history(id))[0]).toMatchObject({ actorId: "carol", message: null });
  });

  it("says nothing of an outage that a change of ours has met beside it", async () => {
    const { rows } = await world.begin(2);
    const [mine, theirs] = rows;
    if (!mine || !theirs) throw new Error("Two events are needed.");
    const { faults, waf } = world.simulator.controls;
    waf.changeStatusInConsole(await world.upstreamId(theirs.id), "ignored", { userId: "carol" });
    world.pass(200_000);
    await world.sync();
    await world.set([mine], "confirmed");
    world.pass(8_000);
    faults.failAlways("DescribeApisecEvents", DOWN);
    faults.failAlways("DescribeApisecUserOperations", DOWN);
    await steps(10);
    faults.clear();
    await world.settle();
    expect((await world.history(theirs.id))[0]).toMatchObject({ actorId: "carol", message: null });
    expect((await world.history(mine.id))[0]).toMatchObject({ to: "confirmed", writeState: "verified" });
  });

  it("is recorded without a name after a day", async () => {
    const { first } = await noticedChanges(1);
    const { faults } = world.simulator.controls;
    faults.failAlways("DescribeApisecUserOperations", DOWN);
    await steps(1);
    world.pass(86_400_000 - 120_000);
    await world.settle();
    const [row] = await world.history(first.id);
    expect(row).toMatchObject({ actorId: null, to: "ignored", dueAt: null, message: null });
    expect(world.deps.clock().getTime() - (row?.at.getTime() ?? 0)).toBeGreaterThan(86_400_000);
  });
});
