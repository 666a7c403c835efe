import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  assignManyResponseSchema,
  assignResponseSchema,
  checklistSchema,
  eventNoteListSchema,
  eventViewersSchema,
  VIEWER_LOST_AFTER_MS,
} from "@/lib/api/event-work";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { type Client, withJson } from "../support/callers";
import { mappedEvent } from "../support/event-factory";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let mia: Client;
let ben: Client;
let now = Date.now();
let stored = 0;

beforeAll(async () => {
  server = await startTestServer({ connections: [], clock: () => new Date(now) });
  mia = await server.signIn("analyst");
  ben = await server.signIn("admin");
});
afterAll(() => server.close());

async function store(): Promise<string> {
  stored += 1;
  now += 1_000;
  const events = [mappedEvent({ upstreamKey: `event-${stored}` })];
  const { ids } = await writeEvents(server.deps.database, {
    connection: "w",
    events,
    syncedAt: new Date(now),
  });
  return ids[0] ?? "";
}

describe("an assignee", () => {
  const assign = async (client: Client, id: string, body: object) =>
    assignResponseSchema.parse(await (await client(`/api/events/${id}`, withJson("PATCH", body))).json());

  test("is oneself by one word, and raises the version", async () => {
    const id = await store();
    expect(await assign(mia, id, { assignee: "me", seen: null })).toMatchObject({
      outcome: "changed",
      event: { assignee: "analyst", version: 2 },
    });
    expect((await recordedActions(server.deps.database)).at(-1)).toBe("assignee.changed");
  });

  test("who came first stays, and the answer says who it is", async () => {
    const id = await store();
    await assign(mia, id, { assignee: "me", seen: null });
    expect(await assign(ben, id, { assignee: "me", seen: null })).toMatchObject({
      outcome: "conflict",
      event: { assignee: "analyst" },
    });
    expect(await assign(ben, id, { assignee: null, seen: "analyst" })).toMatchObject({
      outcome: "changed",
      event: { assignee: null },
    });
  });

  test("is given to several events at once, each judged for itself", async () => {
    const [one, two] = [await store(), await store()];
    await assign(mia, two, { assignee: "me", seen: null });
    const events = [two, one, "none"].map((id) => ({ id, seen: null }));
    const response = await ben("/api/events/assignee", withJson("POST", { assignee: "admin", events }));
    expect(assignManyResponseSchema.parse(await response.json()).results).toEqual([
      { eventId: two, outcome: "conflict", assignee: "analyst", version: 2 },
      { eventId: one, outcome: "changed", assignee: "admin", version: 2 },
      { eventId: "none", outcome: "not-found", assignee: null, version: null },
    ]);
  });

  test("must be somebody who may sign in", async () => {
    const id = await store();
    const response = await mia(`/api/events/${id}`, withJson("PATCH", { assignee: "nobody", seen: null }));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual(["assignee"]);
  });
});

describe("a note", () => {
  const read = async (response: Promise<Response>) =>
    eventNoteListSchema.parse(await (await response).json()).notes;

  test("is kept as the text that was written, and told to everybody", async () => {
    const id = await store();
    const text = "<b>bold</b> **bold** [x](javascript:alert(1))";
    await mia(`/api/events/${id}/notes`, withJson("POST", { text }));
    expect(await read(ben(`/api/events/${id}/notes`))).toMatchObject([
      { text, author: { name: "analyst" }, own: false, editedAt: null, earlier: [] },
    ]);
  });

  test("that holds a NUL, as what comes out of an attack may, shows it", async () => {
    const id = await store();
    const [note] = await read(
      mia(`/api/events/${id}/notes`, withJson("POST", { text: "GET /\0 \ud800 HTTP" })),
    );
    expect(note?.text).toBe("GET /␀ � HTTP");
  });

  test("of one's own can be edited, and what it said before stays readable", async () => {
    const id = await store();
    const [note] = await read(mia(`/api/events/${id}/notes`, withJson("POST", { text: "first" })));
    now += 1_000;
    const path = `/api/events/${id}/notes/${note?.id}`;
    await mia(path, withJson("PATCH", { text: "second" }));
    now += 1_000;
    const notes = await read(mia(path, withJson("PATCH", { text: "third" })));
    expect(notes).toMatchObject([
      { text: "third", own: true, earlier: [{ text: "first" }, { text: "second" }] },
    ]);
    await expectProblem(await ben(path, withJson("PATCH", { text: "mine" })), "forbidden");
  });

  test.each([
    ["", "text"],
    [" \n ", "text"],
  ])("of %j is refused", async (text, field) => {
    const response = await mia(`/api/events/${await store()}/notes`, withJson("POST", { text }));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual([field]);
  });
});

describe("a step of the guidance", () => {
  const tick = async (client: Client, id: string, done: boolean) => {
    const body = { step: "Block the address.", done };
    const response = await client(`/api/events/${id}/checklist`, withJson("PUT", body));
    return checklistSchema.parse(await response.json()).ticks;
  };

  test("is ticked once, by whoever came first, and can be unticked by anybody", async () => {
    const id = await store();
    await tick(mia, id, true);
    expect(await tick(ben, id, true)).toMatchObject([
      { step: "Block the address.", by: { name: "analyst" } },
    ]);
    expect(await tick(ben, id, false)).toEqual([]);
    const actions = await recordedActions(server.deps.database);
    expect(actions.slice(-2)).toEqual(["checklist.ticked", "checklist.unticked"]);
  });
});

describe("who else has an event open", () => {
  const look = async (client: Client, id: string, tab: string, leaving = false) => {
    const body = withJson("POST", { tab, leaving });
    const answer = eventViewersSchema.parse(await (await client(`/api/events/${id}/viewers`, body)).json());
    return answer.viewers.map(({ person }) => person.name);
  };

  test("is told once per person, whatever number of tabs, until the last one leaves", async () => {
    const id = await store();
    expect(await look(mia, id, "one")).toEqual([]);
    await look(mia, id, "two");
    expect(await look(ben, id, "one")).toEqual(["analyst"]);
    expect(await look(mia, id, "one", true)).toEqual(["admin"]);
    expect(await look(ben, id, "one")).toEqual(["analyst"]);
    await look(mia, id, "two", true);
    expect(await look(ben, id, "one")).toEqual([]);
  });

  test("is forgotten by itself when a browser says no more", async () => {
    const id = await store();
    await look(mia, id, "one");
    now += VIEWER_LOST_AFTER_MS + 1;
    expect(await look(ben, id, "one")).toEqual([]);
  });

  test("of no event is refused", async () => {
    await expectProblem(await mia("/api/events/none/viewers", withJson("POST", { tab: "x" })), "not-found");
  });
});
