import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { eventHistorySchema } from "@/lib/api/event-detail";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/api/settings";
import { statusChangeResponseSchema, statusPreviewSchema } from "@/lib/api/status-change";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { settings } from "@/lib/server/db/schema/settings";
import { runJobChunk } from "@/lib/server/triage/run-jobs";
import { type Client, withJson } from "../support/callers";
import { mappedEvent } from "../support/event-factory";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let mia: Client;
let ben: Client;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ connections: [], clock: () => new Date(now) });
  mia = await server.signIn("analyst");
  ben = await server.signIn("admin");
});
beforeEach(async () => {
  now += 1_000;
  await server.deps.database.execute(sql`TRUNCATE events, attackers, targets, status_changes CASCADE`);
});
afterAll(() => server.close());

/** Events of a source that keeps no status. @returns their ids. */
async function store(count = 1): Promise<readonly string[]> {
  const events = Array.from({ length: count }, (_, index) => mappedEvent({ upstreamKey: `event-${index}` }));
  const written = await writeEvents(server.deps.database, {
    connection: "w",
    events,
    syncedAt: new Date(now),
  });
  return written.ids;
}

const seen = (ids: readonly string[], version = 1) => ids.map((id) => ({ id, version }));

async function change(client: Client, body: object) {
  const response = await client("/api/events/status", withJson("POST", body));
  const answer = statusChangeResponseSchema.parse(await response.json());
  if (answer.kind !== "applied") throw new Error("The change was not made at once.");
  return answer;
}

async function history(id: string, query = "") {
  return eventHistorySchema.parse(await (await mia(`/api/events/${id}/history${query}`)).json());
}

describe("a status change", () => {
  test("of a source without a status is made here at once, with note and reason in the history", async () => {
    const [id = ""] = await store();
    const body = { events: seen([id]), status: "ignored", note: "our scanner", reason: "test" };
    const { results, undoUntil } = await change(mia, body);
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
    expect(await history(id)).toMatchObject({
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
    expect((await recordedActions(server.deps.database)).at(-1)).toBe("status.changed");
  });

  test("on an older version merges when something else has changed", async () => {
    const [id = ""] = await store();
    await mia(`/api/events/${id}`, withJson("PATCH", { assignee: "me", seen: null }));
    const { results } = await change(ben, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "changed", version: 3 }]);
  });

  test("on a status that somebody changed meanwhile is a conflict that says who, and can be sent again", async () => {
    const [id = ""] = await store();
    await change(mia, { events: seen([id]), status: "confirmed" });
    const { results } = await change(ben, { events: seen([id]), status: "ignored" });
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
    const again = await change(ben, { events: seen([id], results[0]?.version ?? 0), status: "ignored" });
    expect(again.results).toMatchObject([{ outcome: "changed", status: "ignored" }]);
  });

  test("to the status that somebody else has set already is no conflict", async () => {
    const [id = ""] = await store();
    await change(mia, { events: seen([id]), status: "confirmed" });
    const { results } = await change(ben, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "unchanged", status: "confirmed", conflict: null }]);
  });

  test("of several events tells each one's outcome in the order asked for", async () => {
    const [one = "", two = ""] = await store(2);
    await change(ben, { events: seen([two]), status: "ignored" });
    const { results } = await change(mia, { events: seen([two, "none", one]), status: "confirmed" });
    expect(results.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      [two, "conflict"],
      ["none", "not-found"],
      [one, "changed"],
    ]);
  });

  test("repeated with the same key is answered again and not made again", async () => {
    const [id = ""] = await store();
    const body = { events: seen([id]), status: "confirmed", idempotencyKey: "key-1" };
    const first = await change(mia, body);
    const second = await change(mia, body);
    expect(second).toEqual(first);
    expect((await history(id)).items).toHaveLength(1);
  });

  test("made by two people at the same moment is made once", async () => {
    const [id = ""] = await store();
    const answers = await Promise.all([
      change(mia, { events: seen([id]), status: "confirmed" }),
      change(ben, { events: seen([id]), status: "ignored" }),
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
    const response = await mia("/api/events/status", withJson("POST", body));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual([field]);
  });

  test("of somebody else's selection is refused", async () => {
    const body = { selectionId: "none", status: "ignored" };
    await expectProblem(await mia("/api/events/status", withJson("POST", body)), "not-found");
  });
});

describe("the installation's policy", () => {
  const set = async (policy: Settings["policy"]) => {
    const row = {
      value: { ...DEFAULT_SETTINGS, policy },
      version: 1,
      updatedAt: new Date(now),
      updatedBy: "x",
    };
    await server.deps.database.delete(settings);
    await server.deps.database.insert(settings).values(row);
  };
  afterAll(() => server.deps.database.delete(settings));

  test("asks for note and reason where it says so, and for neither elsewhere", async () => {
    await set({ requireNote: "closing", requireReason: "closing" });
    const [id = ""] = await store();
    const closing = await mia(
      "/api/events/status",
      withJson("POST", { events: seen([id]), status: "ignored" }),
    );
    expect(fieldsOf(await expectProblem(closing, "invalid-request"))).toEqual(["note", "reason"]);
    const { results } = await change(mia, { events: seen([id]), status: "confirmed" });
    expect(results).toMatchObject([{ outcome: "changed" }]);
  });

  test("may ask for a note with every change", async () => {
    await set({ requireNote: "always", requireReason: "never" });
    const [id = ""] = await store();
    const body = { events: seen([id]), status: "confirmed", note: "  " };
    const response = await mia("/api/events/status", withJson("POST", body));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual(["note"]);
  });
});

describe("undo", () => {
  const undo = (client: Client, changeId: string) =>
    client("/api/events/status/undo", withJson("POST", { changeId }));

  test("gives every event its own earlier status back, and leaves alone what somebody changed since", async () => {
    const [one = "", two = "", three = ""] = await store(3);
    await change(ben, { events: seen([two]), status: "confirmed" });
    const { changeId } = await change(mia, {
      events: [...seen([one]), ...seen([two], 2), ...seen([three])],
      status: "ignored",
    });
    await change(ben, { events: seen([three], 2), status: "actioned" });
    const response = await undo(ben, changeId);
    const answer = statusChangeResponseSchema.parse(await response.json());
    expect(answer).toMatchObject({
      results: [
        { eventId: one, outcome: "changed", status: "toBeConfirmed" },
        { eventId: two, outcome: "changed", status: "confirmed" },
        { eventId: three, outcome: "conflict", status: "actioned" },
      ],
    });
    await expectProblem(await undo(mia, changeId), "conflict");
  });

  test("of an unknown change is refused", async () => {
    await expectProblem(await undo(mia, "none"), "not-found");
  });
});

describe("more events than are changed at once", () => {
  test("are accepted with HTTP 202 and changed by a job", async () => {
    const ids = await store(MOST_EVENTS_AT_ONCE + 1);
    const response = await mia(
      "/api/events/status",
      withJson("POST", { events: seen(ids), status: "ignored" }),
    );
    expect(response.status).toBe(202);
    const answer = statusChangeResponseSchema.parse(await response.json());
    if (answer.kind !== "job") throw new Error("A job was expected.");
    expect(answer.total).toBe(ids.length);
    await runJobChunk(server.deps, answer.jobId);
    await runJobChunk(server.deps, answer.jobId);
    const job = await mia(`/api/jobs/${answer.jobId}`);
    expect(await job.json()).toMatchObject({
      state: "done",
      done: ids.length,
      counts: { changed: ids.length },
    });
    const items = await mia(`/api/jobs/${answer.jobId}/items?limit=1&cursor=5`);
    expect(await items.json()).toMatchObject({ items: [{ outcome: "changed" }], nextCursor: "6" });
  });

  test("may be a frozen selection", async () => {
    const ids = await store(3);
    const made = await mia("/api/events/selection", withJson("POST", { query: "" }));
    const { id } = eventSelectionSchema.parse(await made.json());
    await change(ben, { events: seen(ids.slice(0, 1)), status: "confirmed" });
    const body = { selectionId: id, status: "ignored" };
    const preview = await mia("/api/events/status/preview", withJson("POST", body));
    expect(statusPreviewSchema.parse(await preview.json())).toMatchObject({
      total: 3,
      willChange: 2,
      willNotChange: 1,
      groups: [
        { group: "local", count: 2 },
        { group: "conflict", count: 1, examples: [ids[0]] },
      ],
    });
    const response = await mia("/api/events/status", withJson("POST", body));
    expect(response.status).toBe(202);
    const answer = statusChangeResponseSchema.parse(await response.json());
    const jobId = answer.kind === "job" ? answer.jobId : "";
    await runJobChunk(server.deps, jobId);
    expect(await (await mia(`/api/jobs/${jobId}`)).json()).toMatchObject({
      counts: { changed: 2, conflict: 1 },
    });
  });
});

describe("the status as of a moment", () => {
  test("is told from the record", async () => {
    const [id = ""] = await store();
    const before = new Date(now).toISOString();
    now += 60_000;
    await change(mia, { events: seen([id]), status: "confirmed" });
    const between = new Date(now).toISOString();
    now += 60_000;
    await change(mia, { events: seen([id], 2), status: "ignored" });
    const at = async (moment: string) => (await history(id, `?at=${moment}`)).asOf?.status;
    expect([await at(before), await at(between), await at(new Date(now).toISOString())]).toEqual([
      "toBeConfirmed",
      "confirmed",
      "ignored",
    ]);
    await expectProblem(await mia(`/api/events/${id}/history?at=yesterday`), "invalid-request");
  });
});
