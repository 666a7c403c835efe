import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/api/settings";
import { settings } from "@/lib/server/db/schema/settings";
import { withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { StatusDesk, seen } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
beforeEach(() => desk.clear());
afterAll(() => desk.close());

describe("a status change", () => {
  test("of a source without a status is made here at once, with note and reason in the history", async () => {
    const [id = ""] = await desk.store();
    const body = { events: seen([id]), status: "ignored", note: "our scanner", reason: "test" };
    const { results, undoUntil } = await desk.change(desk.mia, body);
    expect(results).toMatchObject([
      {
        eventId: id,
        outcome: "changed",
        version: 2,
        status: "ignored",
        statusOrigin: "local",
        writeState: null,
      },
    ]);
    expect(undoUntil).toBeNull();
    expect(await desk.history(id)).toMatchObject({
      items: [
        {
          actor: { kind: "user", name: "analyst" },
          from: "toBeConfirmed",
          to: "ignored",
          note: "our scanner",
          reason: "test",
          origin: "watchfloor",
        },
      ],
      difference: null,
    });
    expect((await recordedActions(desk.database)).at(-1)).toBe("status.changed");
  });

  test("on an older version merges when something else has changed", async () => {
    const [id = ""] = await desk.store();
    await desk.mia(`/api/events/${id}`, withJson("PATCH", { assignee: "me", seen: null }));
    const { results } = await desk.change(desk.ben, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "changed", version: 3 }]);
  });

  test("on a status that somebody changed meanwhile is a conflict that says who, and can be sent again", async () => {
    const [id = ""] = await desk.store();
    await desk.change(desk.mia, { events: seen([id]), status: "confirmed" });
    const { results } = await desk.change(desk.ben, { events: seen([id]), status: "ignored" });
    expect(results).toMatchObject([
      {
        outcome: "conflict",
        status: "confirmed",
        version: 2,
        conflict: {
          seen: "toBeConfirmed",
          mine: "ignored",
          theirs: "confirmed",
          by: { kind: "user", name: "analyst" },
        },
      },
    ]);
    const again = await desk.change(desk.ben, {
      events: seen([id], results[0]?.version ?? 0),
      status: "ignored",
    });
    expect(again.results).toMatchObject([{ outcome: "changed", status: "ignored" }]);
  });

  test("on a version that the event has not reached is a conflict that changes nothing, and the preview says so", async () => {
    const [id = ""] = await desk.store();
    const body = { events: seen([id], 999), status: "confirmed" };
    const { results } = await desk.change(desk.mia, body);
    expect(results).toMatchObject([
      { outcome: "conflict", version: 1, status: "toBeConfirmed", conflict: null },
    ]);
    expect(results[0]?.message).toMatch(/Read the event again/);
    expect((await desk.history(id)).items).toHaveLength(0);
    const preview = await desk.mia("/api/events/status/preview", withJson("POST", body));
    expect(await preview.json()).toMatchObject({ willChange: 0, groups: [{ group: "conflict", count: 1 }] });
  });

  test("on the version that one's own change has made is made, again and again", async () => {
    const [id = ""] = await desk.store();
    let version = 1;
    for (const status of ["confirmed", "ignored", "actioned"]) {
      const { results } = await desk.change(desk.mia, { events: seen([id], version), status });
      expect(results).toMatchObject([{ outcome: "changed", version: version + 1 }]);
      version += 1;
    }
  });

  test("to the status that somebody else has set already is no conflict", async () => {
    const [id = ""] = await desk.store();
    await desk.change(desk.mia, { events: seen([id]), status: "confirmed" });
    const { results } = await desk.change(desk.ben, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "unchanged", status: "confirmed", conflict: null }]);
  });

  test("of several events tells each one's outcome in the order asked for", async () => {
    const [one = "", two = ""] = await desk.store(2);
    await desk.change(desk.ben, { events: seen([two]), status: "ignored" });
    const { results } = await desk.change(desk.mia, {
      events: seen([two, "none", one]),
      status: "confirmed",
    });
    expect(results.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      [two, "conflict"],
      ["none", "not-found"],
      [one, "changed"],
    ]);
  });

  test("repeated with the same key is answered again and not made again", async () => {
    const [id = ""] = await desk.store();
    const body = { events: seen([id]), status: "confirmed", idempotencyKey: "key-1" };
    const first = await desk.change(desk.mia, body);
    const second = await desk.change(desk.mia, body);
    expect(second).toEqual(first);
    expect((await desk.history(id)).items).toHaveLength(1);
  });

  test.each([
    ["another event", (other: string) => ({ events: seen([other]), status: "confirmed" })],
    ["another status", (_other: string, id: string) => ({ events: seen([id]), status: "ignored" })],
    ["another note", (_o: string, id: string) => ({ events: seen([id]), status: "confirmed", note: "x" })],
  ])("with a key that was used for %s is refused, and changes nothing", async (what, body) => {
    const [id = "", other = ""] = await desk.store(2);
    const idempotencyKey = `key of ${what}`;
    await desk.change(desk.mia, { events: seen([id]), status: "confirmed", idempotencyKey });
    const again = withJson("POST", { ...body(other, id), idempotencyKey });
    const problem = await expectProblem(await desk.mia("/api/events/status", again), "conflict");
    expect(fieldsOf(problem)).toEqual(["idempotencyKey"]);
    expect((await desk.history(id)).items).toHaveLength(1);
    expect((await desk.history(other)).items).toHaveLength(0);
  });

  test("made by two people at the same moment is made once", async () => {
    const [id = ""] = await desk.store();
    const answers = await Promise.all([
      desk.change(desk.mia, { events: seen([id]), status: "confirmed" }),
      desk.change(desk.ben, { events: seen([id]), status: "ignored" }),
    ]);
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(outcomes.sort()).toEqual(["changed", "conflict"]);
  });

  const [id] = ["any"];
  test.each([
    ["without events", { status: "ignored" }, "events"],
    ["with events and a selection", { events: seen([id]), selectionId: "s", status: "ignored" }, "events"],
    ["with an event twice", { events: seen([id, id]), status: "ignored" }, "events"],
    ["with an unknown status", { events: seen([id]), status: "closed" }, "status"],
    [
      "with a reason for an open status",
      { events: seen([id]), status: "confirmed", reason: "test" },
      "reason",
    ],
    ["with an unknown reason", { events: seen([id]), status: "ignored", reason: "bored" }, "reason"],
    ["with a version of nothing", { events: [{ id, version: 0 }], status: "ignored" }, "events.0.version"],
  ])("%s is refused, naming the field", async (_what, body, field) => {
    const response = await desk.mia("/api/events/status", withJson("POST", body));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual([field]);
  });

  test("of somebody else's selection is refused", async () => {
    const body = { selectionId: "none", status: "ignored" };
    await expectProblem(await desk.mia("/api/events/status", withJson("POST", body)), "not-found");
  });
});

describe("the installation's policy", () => {
  const set = async (policy: Settings["policy"]) => {
    const row = {
      value: { ...DEFAULT_SETTINGS, policy },
      version: 1,
      updatedAt: desk.now,
      updatedBy: "x",
    };
    await desk.database.delete(settings);
    await desk.database.insert(settings).values(row);
  };
  afterAll(() => desk.database.delete(settings));

  test("asks for note and reason where it says so, and for neither elsewhere", async () => {
    await set({ requireNote: "closing", requireReason: "closing" });
    const [id = ""] = await desk.store();
    const closing = await desk.mia(
      "/api/events/status",
      withJson("POST", { events: seen([id]), status: "ignored" }),
    );
    expect(fieldsOf(await expectProblem(closing, "invalid-request"))).toEqual(["note", "reason"]);
    const { results } = await desk.change(desk.mia, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "changed" }]);
  });

  test("may ask for a note with every change", async () => {
    await set({ requireNote: "always", requireReason: "never" });
    const [id = ""] = await desk.store();
    const body = { events: seen([id]), status: "confirmed", note: "  " };
    const response = await desk.mia("/api/events/status", withJson("POST", body));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual(["note"]);
  });
});
