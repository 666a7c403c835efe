import { afterAll, beforeAll, expect, it } from "vitest";
import { OutboxWorld } from "../support/outbox/outbox-world";

const DAY_MS = 86_400_000;

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

const step = () => world.newOutbox().step(new AbortController().signal);

const AWAY = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;

it("a change that waited for days while nobody worked is not given up at the first failure of the cloud", async () => {
  const { first } = await world.begin();
  await world.set([first], "ignored");
  world.pass(2 * DAY_MS);
  const { faults } = world.simulator.controls;
  faults.failAlways("DescribeApisecEvents", AWAY);
  await step();
  expect(await world.row(first.id)).toMatchObject({ status: "ignored", writeState: "queued" });
  faults.clear();
  await world.settle();
  expect(await world.row(first.id)).toMatchObject({ status: "ignored", writeState: "verified" });
  expect(world.sent()).toHaveLength(1);
});

it("a change that no cloud answers is given up after a day of trying, and says so", async () => {
  const { first } = await world.begin();
  await world.set([first], "ignored");
  world.pass(2 * DAY_MS);
  world.simulator.controls.faults.failAlways("DescribeApisecEvents", AWAY);
  await step();
  world.pass(DAY_MS - 1_000);
  await step();
  expect(await world.row(first.id)).toMatchObject({ writeState: "queued" });
  world.pass(DAY_MS);
  await step();
  const message = expect.stringContaining("for a day");
  expect(await world.history(first.id)).toMatchObject([{ writeState: "failed", message }]);
});
