import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { BEN, MIA, OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

describe("a change of a cloud-backed status", () => {
  it("is queued for the undo delay, then sent once with the person's name, and verified", async () => {
    const { first } = await world.begin();
    const { undoUntil, first: result } = await world.set([first], "confirmed", { note: "real attack" });
    expect(result).toMatchObject({
      outcome: "changed",
      status: "confirmed",
      writeState: "queued",
      version: 2,
    });
    expect(Date.parse(undoUntil ?? "") - world.deps.clock().getTime()).toBe(8_000);
    world.pass(7_999);
    await world.newOutbox().step(new AbortController().signal);
    expect(world.sent()).toEqual([]);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
    expect(world.sent()[0]?.params).toMatchObject({ UserStatus: "confirmed", Note: "[mia] real attack" });
    expect(await world.operations(first.id)).toMatchObject([{ ToStatus: "confirmed" }]);
  });

  it("is not sent when it is taken back in time", async () => {
    const { first } = await world.begin();
    const { changeId } = await world.set([first], "confirmed");
    world.pass(7_000);
    await undoStatus(world.deps, MIA, changeId);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "toBeConfirmed", writeState: null });
    expect(world.sent()).toEqual([]);
  });

  it("is written back to each event's own earlier status when it is taken back later", async () => {
    const { rows } = await world.begin(2);
    const [one, two] = rows;
    if (!one || !two) throw new Error("Two events are needed.");
    await world.set([two], "ignored");
    await world.settle();
    const { changeId } = await world.set([one, await world.row(two.id)], "confirmed");
    await world.settle();
    await undoStatus(world.deps, BEN, changeId);
    await world.settle();
    expect([await world.cloudStatus(one.id), await world.cloudStatus(two.id)]).toEqual([
      "toBeConfirmed",
      "ignored",
    ]);
    expect((await world.rows()).map((row) => row.writeState)).toEqual(["verified", "verified"]);
    expect((await world.operations(one.id)).at(-1)).toMatchObject({ Note: "[ben] Undo" });
  });

  it("stays here and says so where the cloud takes no such status", async () => {
    const { first } = await world.begin();
    const { first: result, undoUntil } = await world.set([first], "actioned");
    expect(result).toMatchObject({ statusOrigin: "local", writeState: null });
    expect(result.message).toContain("Kept here only");
    expect(undoUntil).toBeNull();
    await world.settle();
    await world.sync();
    expect(await world.row(first.id)).toMatchObject({ status: "actioned", statusOrigin: "local" });
    expect(world.sent()).toEqual([]);
  });

  it("replaces an unsent one: only the latest is sent", async () => {
    const { first } = await world.begin();
    const { first: result } = await world.set([first], "confirmed");
    await world.set([{ id: first.id, version: result.version ?? 0 }], "ignored");
    await world.settle();
    expect(world.sent().map(({ params }) => params.UserStatus)).toEqual(["ignored"]);
    expect((await world.history(first.id)).map((row) => row.writeState)).toEqual(["verified", null]);
  });

  it("goes out in batches of at most 100 events of the same status and note", async () => {
    const { rows } = await world.begin(150);
    await world.set(rows, "ignored");
    await world.settle();
    const sizes = world
      .sent()
      .map(({ params }) => Object.keys(params).filter((name) => name.startsWith("EventIds")).length);
    expect(sizes).toEqual([100, 50]);
    expect(new Set((await world.rows()).map((row) => row.writeState))).toEqual(new Set(["verified"]));
  });
});

describe("when the cloud misbehaves", () => {
  it("a refusal ends as failed, with the permission that is missing", async () => {
    const { first } = await world.begin();
    world.simulator.controls.faults.failAlways("ModifyApisecEvents", {
      kind: "error",
      status: 403,
      code: "NoPermission",
    });
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "failed" });
    const [change] = await world.history(first.id);
    expect(change?.message).toContain("Grant yundun-waf:ModifyApisecEvents");
    expect(change?.message).toContain("NoPermission");
    expect(await world.cloudStatus(first.id)).toBe("toBeConfirmed");
  });

  it("a failed change is sent again when the person sets the same status again", async () => {
    const { first } = await world.begin();
    world.simulator.controls.faults.failNext("ModifyApisecEvents", {
      kind: "error",
      status: 403,
      code: "NoPermission",
    });
    await world.set([first], "confirmed");
    await world.settle();
    await world.set([await world.row(first.id)], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(await world.operations(first.id)).toHaveLength(1);
  });

  it("throttling delays the change and loses nothing", async () => {
    const { first } = await world.begin();
    const throttled = { kind: "error", status: 400, code: "Throttling.User" } as const;
    world.simulator.controls.faults.failNext("ModifyApisecEvents", throttled, 12);
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(await world.operations(first.id)).toHaveLength(1);
  });

  it.each(["apply-then-hang", "apply-then-drop"] as const)(
    "a call that took effect without an answer (%s) is recognised, not repeated",
    async (kind) => {
      const { first } = await world.begin();
      world.simulator.controls.faults.failNext("ModifyApisecEvents", { kind });
      await world.set([first], "confirmed");
      await world.settle();
      expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
      expect(world.sent()).toHaveLength(1);
      expect(await world.operations(first.id)).toHaveLength(1);
    },
  );

  it.each(["hang", "drop"] as const)("a call that never arrived (%s) is made again", async (kind) => {
    const { first } = await world.begin();
    world.simulator.controls.faults.failNext("ModifyApisecEvents", { kind });
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(world.sent()).toHaveLength(2);
    expect(await world.operations(first.id)).toHaveLength(1);
  });

  it("an answer that cannot be read is looked up", async () => {
    const { first } = await world.begin();
    world.simulator.controls.faults.failNext("ModifyApisecEvents", { kind: "malformed", body: "html" });
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });

  it("events that a batch lost are sent again, the others are not", async () => {
    const { rows, first } = await world.begin(3);
    const upstreamId = await world.upstreamId(first.id);
    let losses = 0;
    world.simulator.controls.waf.loseModifications((id) => id === upstreamId && losses++ === 0);
    await world.set(rows, "ignored");
    await world.settle();
    expect((await world.rows()).map((row) => row.writeState)).toEqual(["verified", "verified", "verified"]);
    expect(world.sent()).toHaveLength(2);
    for (const { id } of rows) expect(await world.operations(id)).toHaveLength(1);
  });

  it("an event whose changes are always lost ends as failed, and says how often it was tried", async () => {
    const { rows, first } = await world.begin(2);
    world.simulator.controls.waf.loseModifications([await world.upstreamId(first.id)]);
    await world.set(rows, "ignored");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "failed" });
    expect((await world.history(first.id))[0]?.message).toMatch(/told 4 times/);
    expect(new Set((await world.rows()).map((row) => row.writeState))).toEqual(
      new Set(["failed", "verified"]),
    );
  });

  it("a cloud that cannot be read is waited for", async () => {
    const { first } = await world.begin();
    const broken = { kind: "error", status: 500, code: "InternalError" } as const;
    world.simulator.controls.faults.failNext("DescribeApisecEvents", broken, 25);
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });
});

describe("when somebody changes the status in the cloud's console", () => {
  const inConsole = async (id: string, status: string) =>
    world.simulator.controls.waf.changeStatusInConsole(await world.upstreamId(id), status, {
      userId: "1610954820193345",
      note: "seen by SOC",
    });

  it("before ours is sent, theirs stays: ours is overtaken and names the cloud's user", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    await inConsole(first.id, "ignored");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({
      status: "ignored",
      statusOrigin: "cloud",
      writeState: "overtaken",
    });
    expect(world.sent()).toEqual([]);
    const [theirs, ours] = await world.history(first.id);
    expect(theirs).toMatchObject({ origin: "cloud-console", actorId: "1610954820193345", to: "ignored" });
    expect(ours).toMatchObject({
      writeState: "overtaken",
      message: expect.stringContaining("1610954820193345"),
    });
  });

  it("after ours was sent and before it is verified, ours is overtaken", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(8_000);
    const stop = world.simulator.controls.faults.beforeResponse("DescribeApisecEvents", async () => {
      if (world.sent().length === 0) return;
      stop();
      world.pass(2_000);
      await inConsole(first.id, "ignored");
    });
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "ignored", writeState: "overtaken" });
    expect(world.sent()).toHaveLength(1);
  });

  it("in the moment between our look and our call, the change that was replaced is recorded", async () => {
    const { first } = await world.begin();
    const stop = world.simulator.controls.faults.beforeResponse("ModifyApisecEvents", async () => {
      stop();
      await inConsole(first.id, "ignored");
      world.pass(2_000);
    });
    await world.set([first], "confirmed");
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect((await world.history(first.id))[0]?.message).toContain('Replaced "ignored"');
  });

  it("long after ours, the sync notices and attributes it", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    await world.settle();
    world.pass(10 * 60_000);
    await inConsole(first.id, "ignored");
    world.pass(60_000);
    await world.sync();
    expect(await world.row(first.id)).toMatchObject({ status: "ignored", writeState: "overtaken" });
    await world.settle();
    expect((await world.history(first.id))[0]).toMatchObject({
      origin: "cloud-console",
      actorId: "1610954820193345",
      note: "seen by SOC",
      from: "confirmed",
      to: "ignored",
    });
  });

  it("a page that was read before ours took effect does not pass for a change", async () => {
    const { first } = await world.begin();
    const before = world.simulator.controls.waf.apisecEvents.get(await world.upstreamId(first.id));
    await world.set([first], "confirmed");
    await world.settle();
    if (before) world.simulator.controls.waf.apisecEvents.update(before.EventId, () => before);
    await world.sync();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
  });
});
