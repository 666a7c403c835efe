import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BEN, MIA, OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

const setInCloud = async (id: string, word: string) =>
  world.simulator.controls.waf.changeStatusInConsole(await world.upstreamId(id), word, { userId: "1001" });

describe("a status in the cloud that is none of ours", () => {
  it.each(["toBeConfirmed", "ignored"] as const)(
    "that nobody expected overtakes %s: it is neither overwritten nor taken for verified, and named",
    async (status) => {
      const { first } = await world.begin();
      await world.set([first], "confirmed");
      await world.settle();
      world.simulator.controls.requests.clear();
      await world.set([await world.row(first.id)], status);
      await setInCloud(first.id, "fixed");
      await world.settle();
      expect(await world.row(first.id)).toMatchObject({ status: "toBeConfirmed", writeState: "overtaken" });
      expect(world.sent()).toEqual([]);
      expect(await world.cloudStatus(first.id)).toBe("fixed");
      const [theirs, ours] = await world.history(first.id);
      expect(theirs).toMatchObject({ cloudWord: "fixed", actorId: "1001" });
      expect(ours).toMatchObject({ writeState: "overtaken", message: expect.stringContaining('"fixed"') });
    },
  );

  it("that was there when somebody set another is replaced, and that is told", async () => {
    const { first } = await world.begin();
    await setInCloud(first.id, "fixed");
    await world.sync();
    await world.set([await world.row(first.id)], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    const [change] = await world.history(first.id);
    expect(change).toMatchObject({ cloudWord: "fixed", message: expect.stringContaining('"fixed"') });
  });

  it("that took the place of another such one is not replaced", async () => {
    const { first } = await world.begin();
    await setInCloud(first.id, "fixed");
    await world.sync();
    await world.set([await world.row(first.id)], "confirmed");
    await setInCloud(first.id, "closed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "overtaken" });
    expect(await world.cloudStatus(first.id)).toBe("closed");
    expect((await world.history(first.id))[1]?.message).toContain('"closed"');
  });

  it("is kept, without a call, when what stands for it is set once more after it has overtaken ours", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    await setInCloud(first.id, "fixed");
    await world.settle();
    const { first: kept } = await world.set([await world.row(first.id)], "toBeConfirmed");
    await world.settle();
    expect(kept).toMatchObject({ outcome: "changed", statusOrigin: "local", writeState: null });
    expect(await world.cloudStatus(first.id)).toBe("fixed");
    await world.set([await world.row(first.id)], "confirmed");
    await world.settle();
    expect(await world.cloudStatus(first.id)).toBe("confirmed");
  });

  it.each(["confirmed", "toBeConfirmed"] as const)(
    "overtakes a verified %s when the sync reads it, and is recorded with who set it",
    async (status) => {
      const { first } = await world.begin();
      await world.set([first], "ignored");
      await world.settle();
      await world.set([await world.row(first.id)], status);
      await world.settle();
      world.pass(600_000);
      await setInCloud(first.id, "fixed");
      await world.sync();
      await world.settle();
      expect(await world.row(first.id)).toMatchObject({ status: "toBeConfirmed", writeState: "overtaken" });
      expect((await world.history(first.id))[0]).toMatchObject({
        from: status,
        to: "toBeConfirmed",
        cloudWord: "fixed",
        message: expect.stringContaining('"fixed"'),
        actorId: "1001",
      });
    },
  );

  it("that came after what the person saw is a conflict, although it is shown the same", async () => {
    const { first } = await world.begin();
    await setInCloud(first.id, "fixed");
    await world.sync();
    const { first: result } = await world.set([first], "confirmed", { by: BEN });
    expect(result).toMatchObject({ outcome: "conflict" });
    const { first: again } = await world.set([await world.row(first.id)], "confirmed", { by: MIA });
    expect(again).toMatchObject({ outcome: "changed", writeState: "queued" });
  });
});
