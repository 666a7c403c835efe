import { describe, expect, it } from "vitest";
import { mergeHistory, statusAt } from "@/lib/server/triage/merge-history";
import { cloudOperation } from "../../support/outbox/cloud-operation";
import { statusChangeRow } from "../../support/outbox/status-change-row";

const sent = statusChangeRow({ writeState: "verified", sends: 1, note: "real", cloudNote: "[mia] real" });
const ours = cloudOperation({ note: "[mia] real", raw: '{"ours":1}' });
const theirs = cloudOperation({
  at: "2026-03-01T13:00:00.000Z",
  from: "confirmed",
  to: "ignored",
  note: "soc",
});

describe("the history of an event", () => {
  it("shows our change once, with the cloud's record of it", () => {
    expect(mergeHistory([sent], [ours])).toMatchObject([
      { actor: { kind: "user", name: "mia" }, note: "real", writeState: "verified", raw: '{"ours":1}' },
    ]);
  });

  it("shows what only one of both knows, newest first", () => {
    const items = mergeHistory([statusChangeRow()], [theirs]);
    expect(items.map(({ to, origin }) => [to, origin])).toEqual([
      ["ignored", "cloud-console"],
      ["confirmed", "watchfloor"],
    ]);
  });

  it("shows a change that the sync has noticed once, by the cloud's user", () => {
    const noticed = statusChangeRow({
      changeId: null,
      actorKind: "cloud-user",
      actorId: null,
      actorName: null,
      at: new Date("2026-03-01T13:05:00.000Z"),
      dueAt: new Date("2026-03-01T13:05:00.000Z"),
      from: "confirmed",
      expected: "confirmed",
      to: "ignored",
      origin: "cloud-console",
    });
    expect(mergeHistory([noticed], [theirs])).toMatchObject([
      { at: theirs.at, actor: { kind: "cloud-user", id: "1610954820193345" }, note: "soc" },
    ]);
    expect(mergeHistory([noticed], [])).toMatchObject([{ actor: { kind: "cloud-user", id: "unknown" } }]);
  });

  it("tells the first status right where the cloud's whole seconds put its change before ours", () => {
    const mine = statusChangeRow({ at: new Date("2026-03-01T12:00:10.400Z"), writeState: "overtaken" });
    const overtaking = cloudOperation({ to: "ignored" });
    const noticed = statusChangeRow({
      id: 2,
      changeId: null,
      actorKind: "cloud-user",
      actorId: overtaking.userId,
      actorName: null,
      at: new Date(overtaking.at),
      from: "confirmed",
      to: "ignored",
      origin: "cloud-console",
    });
    const items = mergeHistory([mine, noticed], [overtaking]);
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      ["toBeConfirmed", "confirmed"],
      ["toBeConfirmed", "ignored"],
    ]);
    expect(statusAt(items, new Date("2020-01-01T00:00:00Z"), "ignored").status).toBe("toBeConfirmed");
  });

  it("takes an earlier change to the same status for its own, not for one that was noticed later", () => {
    const cloud = {
      changeId: null,
      actorKind: "cloud-user",
      actorName: null,
      origin: "cloud-console",
    } as const;
    const first = statusChangeRow({
      ...cloud,
      id: 1,
      actorId: "alice",
      at: new Date(theirs.at),
      to: "ignored",
    });
    const second = statusChangeRow({
      ...first,
      id: 2,
      actorId: "bob",
      at: new Date("2026-03-01T14:00:00Z"),
      to: "confirmed",
    });
    const third = statusChangeRow({ ...first, id: 3, actorId: null, at: new Date("2026-03-01T15:00:00Z") });
    const items = mergeHistory([third, second, first], [{ ...theirs, userId: "alice" }]);
    expect(items.map(({ actor, raw }) => [actor.id, raw])).toEqual([
      ["unknown", null],
      ["bob", null],
      ["alice", "{}"],
    ]);
  });

  it("takes the same status by somebody else for another change", () => {
    expect(mergeHistory([sent], [cloudOperation({ note: "soc" })])).toHaveLength(2);
  });

  it("tells the status at any moment", () => {
    const items = mergeHistory([statusChangeRow()], [theirs]);
    const at = (moment: string) => statusAt(items, new Date(moment), "ignored");
    expect(at("2026-03-01T11:59:59.999Z")).toEqual({ status: "toBeConfirmed", since: null });
    expect(at("2026-03-01T12:00:00.000Z")).toEqual({
      status: "confirmed",
      since: "2026-03-01T12:00:00.000Z",
    });
    expect(at("2026-03-02T00:00:00.000Z")).toEqual({ status: "ignored", since: theirs.at });
    expect(statusAt([], new Date(), "actioned")).toEqual({ status: "actioned", since: null });
  });
});
