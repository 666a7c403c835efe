import { afterAll, beforeAll, expect, it } from "vitest";
import type { ConnectedCloud } from "@/lib/server/deps";
import { previewStatus } from "@/lib/server/triage/preview-status";
import { readHistory } from "@/lib/server/triage/read-history";
import { testClient } from "../support/cloud-connections";
import { MIA, OutboxWorld } from "../support/outbox/outbox-world";
import { simulatedConnections } from "../support/simulated-clouds";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

/** The clouds after the id of the WAF's connection was given to the firewall. */
function givenToFirewall(): ReadonlyMap<string, ConnectedCloud> {
  const config = { ...simulatedConnections(world.simulator).cloudFirewall, id: "test-waf" };
  return new Map([[config.id, { config, client: testClient(config) }]]);
}

const RECONFIGURED = [
  ["was removed", () => new Map(), "is not configured any more."],
  ["was given to another product", givenToFirewall, "leads to another product now."],
] as const;

it.each(RECONFIGURED)(
  "a waiting change whose connection %s fails with that reason, and no cloud is asked",
  async (_what, clouds, reason) => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.simulator.controls.requests.clear();
    await world.settle(world.newOutbox({ clouds: clouds() }));
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "failed" });
    const message = expect.stringContaining(`The connection test-waf ${reason}`);
    expect(await world.history(first.id)).toMatchObject([{ writeState: "failed", message }]);
    expect(world.simulator.controls.requests.all()).toEqual([]);
    await world.set([await world.row(first.id)], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(await world.operations(first.id)).toHaveLength(1);
  },
);

it.each(RECONFIGURED)(
  "a change that was sent before its connection %s says that it may have taken effect",
  async (_what, clouds, reason) => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(8_000);
    await world.newOutbox().step(new AbortController().signal);
    expect(world.sent()).toHaveLength(1);
    await world.settle(world.newOutbox({ clouds: clouds() }));
    const [change] = await world.history(first.id);
    expect(change).toMatchObject({ writeState: "failed" });
    expect(change?.message).toContain(
      "The change was sent, but whether it took effect could not be read back.",
    );
    expect(change?.message).toContain(reason);
    const { difference } = await readHistory(world.deps, first.id, { live: false, at: null });
    expect(difference).toEqual({
      ours: "confirmed",
      cloud: "toBeConfirmed",
      message: "Our change was not seen to get into the cloud.",
    });
  },
);

it.each([
  ["was removed", () => new Map(), "The connection test-waf is no longer configured."],
  ["was given to another product", givenToFirewall, "The connection test-waf leads to another product now."],
] as const)(
  "an event whose connection %s is changed here only, and its history says why",
  async (_what, clouds, reason) => {
    const { first } = await world.begin();
    const deps = { ...world.deps, clouds: clouds() };
    const { cloud } = await readHistory(deps, first.id, { live: true, at: null });
    expect(cloud).toEqual({ state: "unavailable", readAt: null, reason });
    const preview = await previewStatus(deps, MIA.id, { events: [first], status: "confirmed" });
    expect(preview.groups.map(({ group }) => group)).toEqual(["not-connected"]);
  },
);
