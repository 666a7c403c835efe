import { describe, expect, it } from "vitest";
import { STATUSES } from "@/lib/events/status";
import type { StatusTarget } from "@/lib/server/db/queries/status-targets";
import { type PlanFacts, planStatus } from "@/lib/server/triage/plan-status";
import { statusChangeRow } from "../../support/outbox/status-change-row";

const target = (change: Partial<StatusTarget> = {}): StatusTarget => ({
  id: "event-1",
  connection: "waf",
  source: "waf-api-security",
  status: "toBeConfirmed",
  statusOrigin: "cloud",
  writeState: null,
  version: 3,
  cloudStatus: "toBeConfirmed",
  cloudWord: null,
  ...change,
});
const facts = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  since: [],
  inFlight: false,
  connected: true,
  undo: null,
  ...change,
});
const item = (status: (typeof STATUSES)[number]) => ({ eventId: "event-1", version: 1, status });

describe("a status change", () => {
  it.each(["confirmed", "ignored"] as const)("to %s is written to the cloud", (status) => {
    expect(planStatus(item(status), target(), facts())).toMatchObject({
      cloud: "write",
      statusOrigin: "cloud",
    });
  });

  it("that the cloud does not take stays here", () => {
    expect(planStatus(item("actioned"), target(), facts())).toMatchObject({
      cloud: "none",
      statusOrigin: "local",
      localOnly: "not-writable",
    });
  });

  it("of an event whose connection is gone stays here", () => {
    expect(planStatus(item("ignored"), target(), facts({ connected: false }))).toMatchObject({
      cloud: "none",
      localOnly: "not-connected",
    });
  });

  it.each(STATUSES.filter((status) => status !== "toBeConfirmed"))(
    "to %s of a source without a status is made here",
    (status) => {
      const local = target({ source: "hss-rasp", cloudStatus: null, statusOrigin: "local" });
      expect(planStatus(item(status), local, facts())).toMatchObject({
        cloud: "none",
        statusOrigin: "local",
        localOnly: null,
      });
    },
  );

  it("back to what the cloud has needs no call, unless one is under way", () => {
    const kept = target({ status: "actioned", statusOrigin: "local" });
    expect(planStatus(item("toBeConfirmed"), kept, facts())).toMatchObject({ cloud: "settled" });
    expect(planStatus(item("toBeConfirmed"), kept, facts({ inFlight: true }))).toMatchObject({
      cloud: "write",
    });
  });

  it("to the same status changes nothing, unless writing it has failed", () => {
    const same = target({ status: "confirmed" });
    expect(planStatus(item("confirmed"), same, facts())).toEqual({ kind: "already" });
    const failed = target({ status: "confirmed", writeState: "failed" });
    expect(planStatus(item("confirmed"), failed, facts())).toMatchObject({ kind: "change", cloud: "write" });
  });

  it("to the same status by an undo sends nothing: what it was before being sent again holds again", () => {
    const again = target({ status: "confirmed", writeState: "queued" });
    const before = { writeState: "failed", message: "The cloud refused." } as const;
    expect(planStatus(item("confirmed"), again, facts({ undo: { before } }))).toMatchObject({
      kind: "change",
      cloud: "unsent",
      before,
    });
    const failed = target({ status: "confirmed", writeState: "failed" });
    expect(planStatus(item("confirmed"), failed, facts({ undo: { before: null } }))).toEqual({
      kind: "already",
    });
  });

  it("to what somebody has set in the cloud meanwhile keeps theirs, without a call", () => {
    const theirs = { status: "confirmed", cloudStatus: "confirmed", writeState: "overtaken" } as const;
    expect(planStatus(item("confirmed"), target(theirs), facts())).toMatchObject({ cloud: "settled" });
    expect(planStatus(item("ignored"), target(theirs), facts())).toMatchObject({ cloud: "write" });
  });

  it("is a conflict only when the status is another than the person saw", () => {
    const there = statusChangeRow({ version: 2, from: "toBeConfirmed", to: "ignored" });
    const back = statusChangeRow({ version: 3, from: "ignored", to: "toBeConfirmed" });
    const changed = target({ status: "ignored" });
    expect(planStatus(item("confirmed"), changed, facts({ since: [there] }))).toMatchObject({
      kind: "conflict",
    });
    expect(planStatus(item("confirmed"), target(), facts({ since: [there, back] }))).toMatchObject({
      kind: "change",
    });
  });

  it.each([
    ["another status", "confirmed", {}],
    ["a status that could not be written", "toBeConfirmed", { writeState: "failed" }],
  ] as const)("with a version that the event has not reached is a conflict, to %s", (_what, status, more) => {
    const newer = { ...item(status), version: 4 };
    expect(planStatus(newer, target(more), facts())).toEqual({ kind: "conflict", conflict: null });
    expect(planStatus({ ...newer, version: 3 }, target(more), facts())).toMatchObject({ kind: "change" });
  });

  it("of an unknown event is told as such", () => {
    expect(planStatus(item("confirmed"), null, facts())).toEqual({ kind: "not-found" });
  });
});
