import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apisecEvent } from "@/lib/simulator";
import { failingAt } from "../support/outbox/failing-client";
import { OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

/** The clouds of the world, whose clients break at what names this text. */
const cloudsFailingAt = (text: string) =>
  new Map(
    [...world.deps.clouds].map(([id, cloud]) => [id, { ...cloud, client: failingAt(cloud.client, text) }]),
  );

const states = async () =>
  Object.fromEntries((await world.rows()).map(({ id, writeState }) => [id, writeState]));

describe("what is odd about one event holds up no other change of its connection", () => {
  it("when the cloud says that it ends in the future: both are sent and verified", async () => {
    const { first } = await world.begin();
    const now = Math.floor(world.deps.clock().getTime() / 1000);
    const times = { StartTs: now - 7_200, EndTs: now + 7_200, overrides: { StartTs: 0 } };
    world.simulator.controls.waf.addApisecEvent(apisecEvent(`future-${now}`, times));
    await world.sync();
    const rows = await world.rows();
    await world.set(rows, "confirmed");
    await world.settle();
    expect(rows).toHaveLength(2);
    expect((await world.rows()).map((row) => row.writeState)).toEqual(["verified", "verified"]);
    expect(await world.cloudStatus(first.id)).toBe("confirmed");
  });

  it("when it cannot be looked at: it is tried for a day, then has failed, and the log says why", async () => {
    const { rows, first } = await world.begin(3);
    const clouds = cloudsFailingAt(await world.upstreamId(first.id));
    await world.set(rows, "confirmed");
    const outbox = world.newOutbox({ clouds });
    world.pass(8_000);
    await outbox.step(new AbortController().signal);
    expect(world.sent()).toHaveLength(1);
    expect(await states()).toMatchObject({ [first.id]: "queued" });
    world.pass(86_400_000 - 60_000);
    await world.settle(outbox);
    expect(Object.values(await states()).sort()).toEqual(["failed", "verified", "verified"]);
    expect(await states()).toMatchObject({ [first.id]: "failed" });
    const [change] = await world.history(first.id);
    expect(change?.message).toMatch(/Watchfloor.*TypeError.*set the status again/);
    expect(world.deps.clock().getTime() - (change?.at.getTime() ?? 0)).toBeGreaterThan(86_400_000);
    expect(world.server.logText()).toContain("broken on purpose");
  });

  it("when it cannot be sent: the others are, and it has failed after as many calls as were tried", async () => {
    const { rows, first } = await world.begin(2);
    const [, second] = rows;
    if (!second) throw new Error("Two events are needed.");
    const clouds = cloudsFailingAt("poison");
    await world.set([first], "confirmed", { note: "poison" });
    await world.set([second], "ignored");
    await world.settle(world.newOutbox({ clouds }));
    expect(await states()).toMatchObject({ [first.id]: "failed", [second.id]: "verified" });
    expect(world.sent().map(({ params }) => params.UserStatus)).toEqual(["ignored"]);
  });

  it("when nobody can find out who changed it in the cloud: it is recorded without a name", async () => {
    const { first } = await world.begin();
    const upstreamId = await world.upstreamId(first.id);
    world.simulator.controls.waf.changeStatusInConsole(upstreamId, "ignored", { userId: "1001" });
    await world.sync();
    await world.settle(world.newOutbox({ clouds: cloudsFailingAt(upstreamId) }));
    expect((await world.history(first.id))[0]).toMatchObject({ to: "ignored", actorId: null, dueAt: null });
  });
});
