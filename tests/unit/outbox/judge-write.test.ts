import { describe, expect, it } from "vitest";
import { AMBIGUOUS_MS, judgeWrite, LOOKS, MOST_SENDS } from "@/lib/server/outbox/judge-write";
import { cloudOperation } from "../../support/outbox/cloud-operation";
import { statusChangeRow } from "../../support/outbox/status-change-row";

const SENT_AT = new Date("2026-03-01T12:00:08.000Z");
const soon = new Date(SENT_AT.getTime() + 1_000);
const later = new Date(SENT_AT.getTime() + AMBIGUOUS_MS);

const unsent = statusChangeRow({ writeState: "queued" });
const sent = statusChangeRow({ writeState: "sent", sends: 1, sentAt: SENT_AT, acknowledged: true });
const ours = cloudOperation({ note: "[mia]" });
const theirs = cloudOperation({
  at: "2026-03-01T12:00:20.000Z",
  from: "confirmed",
  to: "ignored",
  note: "soc",
});

describe("a write that was not sent", () => {
  it("is sent while the cloud has what was expected", () => {
    expect(judgeWrite(unsent, { status: "toBeConfirmed", word: null, operations: [] }, soon)).toEqual({
      kind: "send",
    });
  });

  it("is sent where nobody knows what the cloud had", () => {
    const write = { ...unsent, expected: null };
    expect(judgeWrite(write, { status: "ignored", word: null, operations: [] }, soon)).toEqual({
      kind: "send",
    });
  });

  it("is overtaken when the cloud has anything else, by whoever did that", () => {
    const view = { status: "ignored", word: null, operations: [theirs] } as const;
    expect(judgeWrite(unsent, view, soon)).toEqual({
      kind: "overtaken",
      status: "ignored",
      word: null,
      by: theirs,
    });
  });

  it("is done when the cloud has the status already", () => {
    expect(judgeWrite(unsent, { status: "confirmed", word: null, operations: [] }, soon)).toMatchObject({
      kind: "verified",
    });
  });

  it("does not take an older operation with the same note for its own", () => {
    const view = { status: "toBeConfirmed", word: null, operations: [ours] } as const;
    expect(judgeWrite(unsent, view, soon)).toEqual({ kind: "send" });
  });
});

describe("a word in the cloud that is none of ours", () => {
  const setting = (word: string) => ({ ...theirs, to: word });
  const unknown = (word: string) => ({ status: "toBeConfirmed", word, operations: [setting(word)] }) as const;
  const overtaken = (word: string) =>
    ({ kind: "overtaken", status: "toBeConfirmed", word, by: setting(word) }) as const;

  it.each(["fixed", ""])(
    "is not taken for the status that is shown for it, nor for the expected one: '%s'",
    (word) => {
      for (const write of [unsent, sent, { ...unsent, to: "toBeConfirmed" as const }]) {
        expect(judgeWrite({ ...write, expected: "confirmed" }, unknown(word), soon)).toEqual(overtaken(word));
        expect(judgeWrite({ ...write, expected: "toBeConfirmed" }, unknown(word), soon)).toEqual(
          overtaken(word),
        );
        expect(judgeWrite({ ...write, expected: null }, unknown(word), soon)).toEqual(overtaken(word));
      }
    },
  );

  it.each(["fixed", ""])("may be replaced when it was there when the change was made: '%s'", (word) => {
    const write = { ...unsent, expected: null, cloudWord: word };
    expect(judgeWrite(write, unknown(word), soon)).toEqual({ kind: "send" });
    expect(judgeWrite(write, unknown("closed"), soon)).toEqual(overtaken("closed"));
    const known = { status: "ignored", word: null, operations: [theirs] } as const;
    expect(judgeWrite(write, known, soon)).toMatchObject({ kind: "overtaken", status: "ignored" });
  });
});

describe("a write that was sent", () => {
  it("is verified when the cloud has its status", () => {
    expect(judgeWrite(sent, { status: "confirmed", word: null, operations: [ours] }, soon)).toEqual({
      kind: "verified",
      message: null,
      replaced: null,
    });
  });

  it("names the change that it has replaced", () => {
    const between = cloudOperation({ at: "2026-03-01T12:00:09.000Z", to: "ignored" });
    const view = {
      status: "confirmed",
      word: null,
      operations: [{ ...ours, from: "ignored" }, between],
    } as const;
    expect(judgeWrite(sent, view, soon)).toMatchObject({ kind: "verified", replaced: between });
  });

  it("is overtaken when somebody changed it after ours", () => {
    const view = { status: "ignored", word: null, operations: [theirs, ours] } as const;
    expect(judgeWrite(sent, view, soon)).toEqual({
      kind: "overtaken",
      status: "ignored",
      word: null,
      by: theirs,
    });
  });

  it("is overtaken when somebody changed it and ours got lost", () => {
    const view = { status: "ignored", word: null, operations: [theirs] } as const;
    expect(judgeWrite(sent, view, later)).toEqual({
      kind: "overtaken",
      status: "ignored",
      word: null,
      by: theirs,
    });
  });

  it("is looked at again and again, at longer and longer intervals, before it counts as lost", () => {
    const view = { status: "toBeConfirmed", word: null, operations: [] } as const;
    const judged = Array.from({ length: LOOKS }, (_, looks) => judgeWrite({ ...sent, looks }, view, soon));
    const pauses = judged.flatMap((one) => (one.kind === "look-again" ? [one.inMs] : []));
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
    expect(judged.at(-1)).toEqual({ kind: "send" });
  });

  it("is looked at for as long as ever when the clock is set back, by the pauses between the looks", () => {
    const view = { status: "toBeConfirmed", word: null, operations: [] } as const;
    const write = { ...sent, acknowledged: false };
    const before = new Date(SENT_AT.getTime() - 3_600_000);
    const judged = Array.from({ length: 10 }, (_, looks) => judgeWrite({ ...write, looks }, view, before));
    const pauses = judged.flatMap((one) => (one.kind === "look-again" ? [one.inMs] : []));
    const waited = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(AMBIGUOUS_MS);
    expect(waited).toBeLessThan(2 * AMBIGUOUS_MS);
    expect(judged.at(-1)).toEqual({ kind: "send" });
  });

  it("is not sent again while a call without an answer may still arrive", () => {
    const view = { status: "toBeConfirmed", word: null, operations: [] } as const;
    const write = { ...sent, acknowledged: false, looks: LOOKS };
    expect(judgeWrite(write, view, soon)).toMatchObject({ kind: "look-again" });
    expect(judgeWrite(write, view, later)).toEqual({ kind: "send" });
  });

  it("is given up after several calls that changed nothing", () => {
    const write = { ...sent, sends: MOST_SENDS, looks: LOOKS };
    expect(judgeWrite(write, { status: "toBeConfirmed", word: null, operations: [] }, later)).toMatchObject({
      kind: "failed",
      message: expect.stringContaining(`${MOST_SENDS} times`),
    });
  });

  it("fails when the cloud does not know the event any more", () => {
    expect(judgeWrite(sent, { status: null, word: null, operations: [] }, later)).toMatchObject({
      kind: "failed",
    });
  });
});
