import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeHistory } from "@/lib/server/triage/merge-history";
import { OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

const notice = async () => {
  world.pass(200_000);
  await world.sync();
  await world.settle();
};

describe("a change that the sync has noticed", () => {
  it("is recorded without a name where the cloud's history tells only of the same status set earlier", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    const { waf } = world.simulator.controls;
    waf.changeStatusInConsole(upstreamId, "confirmed", { userId: "alice" });
    await notice();
    world.pass(3_600_000);
    waf.changeStatusInConsole(upstreamId, "ignored", { userId: "bob" });
    await notice();
    world.pass(3_600_000);
    const before = world.deps.clock();
    waf.apisecEvents.update(upstreamId, { UserStatus: "confirmed" });
    await notice();
    const rows = await world.history(first.id);
    expect(rows.map(({ actorId, to }) => [actorId, to])).toEqual([
      [null, "confirmed"],
      ["bob", "ignored"],
      ["alice", "confirmed"],
    ]);
    expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(rows[0]?.dueAt).toBeNull();
  });

  it("is asked after once more where the cloud's history comes later than its status", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    const { waf } = world.simulator.controls;
    const before = waf.apisecEvents.get(upstreamId)?.operations ?? [];
    waf.changeStatusInConsole(upstreamId, "ignored", { userId: "carol" });
    const after = waf.apisecEvents.get(upstreamId)?.operations ?? [];
    waf.apisecEvents.update(upstreamId, { operations: before });
    world.pass(200_000);
    await world.sync();
    const outbox = world.newOutbox();
    await outbox.step(new AbortController().signal);
    waf.apisecEvents.update(upstreamId, { operations: after });
    await world.settle(outbox);
    expect((await world.history(first.id))[0]).toMatchObject({ actorId: "carol", to: "ignored" });
  });

  it("keeps the time at which it was noticed where the cloud tells none", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    const { waf } = world.simulator.controls;
    const before = world.deps.clock();
    waf.changeStatusInConsole(upstreamId, "ignored", { userId: "carol" });
    waf.apisecEvents.update(upstreamId, (record) => ({
      ...record,
      operations: record.operations.map((operation) => ({ ...operation, Time: 0 })),
    }));
    await notice();
    const rows = await world.history(first.id);
    expect(rows[0]).toMatchObject({ actorId: "carol", to: "ignored" });
    expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(mergeHistory(rows, []).map(({ at }) => at.slice(0, 4))).not.toContain("1970");
  });

  it("that overtakes ours without a time is recorded when it was noticed", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    const { waf } = world.simulator.controls;
    await world.set([first], "confirmed");
    const before = world.deps.clock();
    waf.changeStatusInConsole(upstreamId, "ignored", { userId: "carol" });
    waf.apisecEvents.update(upstreamId, (record) => ({
      ...record,
      operations: record.operations.map((operation) => ({ ...operation, Time: 0 })),
    }));
    await world.settle();
    const [theirs] = await world.history(first.id);
    expect(theirs).toMatchObject({ actorId: "carol", to: "ignored" });
    expect(theirs?.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it("that overtakes ours is not put down to whoever set another status last", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    const { waf } = world.simulator.controls;
    waf.changeStatusInConsole(upstreamId, "confirmed", { userId: "alice" });
    await notice();
    await world.set([await world.row(first.id)], "toBeConfirmed");
    waf.apisecEvents.update(upstreamId, { UserStatus: "ignored" });
    await world.settle();
    expect((await world.history(first.id))[0]).toMatchObject({ actorId: null, to: "ignored" });
  });
});
