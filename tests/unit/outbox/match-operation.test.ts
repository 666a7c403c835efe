import { describe, expect, it } from "vitest";
import { operationOf } from "@/lib/server/outbox/match-operation";
import { cloudOperation } from "../../support/outbox/cloud-operation";
import { statusChangeRow } from "../../support/outbox/status-change-row";

const at = (time: string) => `2026-03-01T${time}:00.000Z`;
/** Noticed at 14:00: ignored, where the cloud had "confirmed" before. */
const noticed = statusChangeRow({
  id: 9,
  changeId: null,
  actorKind: "cloud-user",
  actorId: null,
  at: new Date(at("14:00")),
  dueAt: new Date(at("14:00")),
  from: "confirmed",
  expected: "confirmed",
  to: "ignored",
});
const attributed = statusChangeRow({
  ...noticed,
  id: 5,
  actorId: "alice",
  at: new Date(at("12:00")),
  dueAt: null,
});
const alice = cloudOperation({ at: at("12:00"), userId: "alice", from: "confirmed", to: "ignored" });
const bob = cloudOperation({ at: at("13:30"), userId: "bob", from: "confirmed", to: "ignored" });
const nothing = { earlier: [], checkedAt: null };

describe("who changed a status in the cloud", () => {
  it("is whoever set it since it was seen last, the one before it was noticed first of all", () => {
    const after = { ...bob, at: at("15:00"), userId: "carol" };
    expect(operationOf(noticed, { earlier: [attributed], checkedAt: null }, [after, bob, alice])).toBe(bob);
  });

  it("is nobody who set the same status earlier", () => {
    expect(operationOf(noticed, { earlier: [attributed], checkedAt: null }, [alice])).toBeNull();
    const other = { ...attributed, to: "confirmed" as const, at: new Date(at("13:00")) };
    expect(operationOf(noticed, { earlier: [other], checkedAt: null }, [alice])).toBeNull();
    expect(operationOf(noticed, { earlier: [], checkedAt: new Date(at("13:00")) }, [alice])).toBeNull();
  });

  it("is nobody whose operation is that of a change already recorded, in the same minute either", () => {
    const soon = { ...noticed, at: new Date(at("12:01")) };
    expect(operationOf(soon, { earlier: [attributed], checkedAt: null }, [alice])).toBeNull();
  });

  it("is nobody who changed it from a status that the cloud did not have, unless that was set meanwhile", () => {
    const elsewhere = { ...bob, from: "actioned" };
    expect(operationOf(noticed, nothing, [elsewhere])).toBeNull();
    const between = cloudOperation({ at: at("13:20"), userId: "dave", to: "actioned" });
    expect(operationOf(noticed, nothing, [elsewhere, between])).toBe(elsewhere);
    expect(operationOf(noticed, nothing, [{ ...bob, from: null }])).toMatchObject({ userId: "bob" });
  });

  it("may be somebody whose operation has no time, once", () => {
    const undated = { ...bob, at: new Date(0).toISOString() };
    expect(operationOf(noticed, { earlier: [attributed], checkedAt: null }, [undated])).toBe(undated);
    const taken = { ...attributed, actorId: "bob" };
    expect(operationOf(noticed, { earlier: [taken], checkedAt: null }, [undated])).toBeNull();
  });

  it("is told of a word that is none of our statuses by that word", () => {
    const word = { ...noticed, to: "toBeConfirmed" as const, cloudWord: "fixed" };
    const fixed = { ...bob, to: "fixed" };
    expect(operationOf(word, nothing, [{ ...bob, to: "toBeConfirmed" }, fixed])).toBe(fixed);
  });
});
