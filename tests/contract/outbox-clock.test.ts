import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OutboxWorld } from "../support/outbox/outbox-world";

const HOUR_MS = 3_600_000;

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

/** What the outbox does at this moment, without time passing. */
const workNow = async () => {
  const outbox = world.newOutbox();
  while ((await outbox.step(new AbortController().signal)) === 0);
};

describe("a change of a cloud-backed status, when the clock jumps", () => {
  it("an hour back before it is sent, is sent soon and once, not an hour later", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(-HOUR_MS);
    await workNow();
    expect(world.sent()).toHaveLength(1);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });

  it("to before its event began, is sent soon and once", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(-3 * HOUR_MS);
    await workNow();
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });

  it("an hour forward before it is sent, is sent once", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(HOUR_MS);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });

  it("an hour back after a call whose answer was lost, is looked up at the cloud and not sent twice", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.simulator.controls.faults.failNext("ModifyApisecEvents", { kind: "apply-then-drop" });
    world.pass(10_000);
    await workNow();
    world.pass(-HOUR_MS);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });
});
