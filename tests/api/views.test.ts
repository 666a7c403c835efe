import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SavedView, savedViewListSchema, savedViewSchema } from "@/lib/api/saved-views";
import { LONGEST_QUERY } from "@/lib/events/address-length";
import { activity, savedViews } from "@/lib/server/db/schema";
import { openingQuery } from "@/lib/server/triage/views/opening-query";
import { type Client, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let viewer: Client;
let analyst: Client;
let admin: Client;
let made = 0;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  viewer = await server.signIn("viewer");
  analyst = await server.signIn("analyst");
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const draft = (facts: object = {}) => ({ name: `View ${made++}`, query: "severity=high", ...facts });

async function create(client: Client, facts: object = {}): Promise<SavedView> {
  const response = await client("/api/views", withJson("POST", draft(facts)));
  return savedViewSchema.parse(await response.json());
}
const change = (client: Client, { id }: SavedView, facts: object) =>
  client(`/api/views/${id}`, withJson("PATCH", facts));
const remove = (client: Client, { id }: SavedView) => client(`/api/views/${id}`, { method: "DELETE" });
async function listed(client: Client): Promise<SavedView[]> {
  return savedViewListSchema.parse(await (await client("/api/views")).json()).items;
}
const seen = async (client: Client, { id }: SavedView) =>
  (await listed(client)).find((view) => view.id === id);

describe("what the queue opens with", () => {
  const opening = () => openingQuery(server.deps, { id: "user-viewer", username: "viewer", role: "viewer" });

  test("is open work, most urgent first, until somebody chooses a view; one without filters counts too", async () => {
    expect(await opening()).toBe("status=toBeConfirmed,confirmed&sort=-severity");
    const narrow = await create(viewer, { query: "severity=critical", isDefault: true });
    expect(await opening()).toBe(narrow.query);
    const wide = await create(viewer, { query: "", isDefault: true });
    expect(await opening()).toBe("");
    await remove(viewer, wide);
    await remove(viewer, narrow);
    expect(await opening()).toBe("status=toBeConfirmed,confirmed&sort=-severity");
  });
});

describe("a saved view", () => {
  test("holds the whole view in its canonical form", async () => {
    const query = "?sort=-severity&severity=high,critical&severity=-low&from=-7d&q=a%20b&measure=attacks";
    const { query: stored } = await create(viewer, { query: query.slice(1) });
    expect(Object.fromEntries(new URLSearchParams(stored))).toMatchObject({
      from: "-7d",
      q: "a b",
      sort: "-severity",
      measure: "attacks",
    });
    expect(new URLSearchParams(stored).getAll("severity")).toEqual(["high,critical", "-low"]);
  });

  test("is its owner's alone until it is shared", async () => {
    const view = await create(analyst);
    expect(await seen(analyst, view)).toMatchObject({ editable: true, shared: false });
    expect(await seen(viewer, view)).toBeUndefined();
    await expectProblem(await change(viewer, view, { isDefault: true }), "not-found");
    await change(analyst, view, { shared: true });
    expect(await seen(viewer, view)).toMatchObject({
      editable: false,
      shared: true,
      owner: { username: "analyst" },
    });
  });

  test("is changed only by its owner, or by an administrator once it is shared", async () => {
    const view = await create(analyst, { shared: true });
    await expectProblem(await change(viewer, view, { name: "Mine now" }), "forbidden");
    await expectProblem(await remove(viewer, view), "forbidden");
    expect((await change(admin, view, { name: `Renamed ${made++}` })).status).toBe(200);
    expect((await remove(admin, view)).status).toBe(200);
    expect(await seen(analyst, view)).toBeUndefined();
    await expectProblem(await remove(admin, await create(viewer)), "not-found");
  });

  test("is shared by analysts, not by viewers", async () => {
    const problem = await expectProblem(
      await viewer("/api/views", withJson("POST", draft({ shared: true }))),
      "forbidden",
    );
    expect(fieldsOf(problem)).toEqual(["shared"]);
    await expectProblem(await change(viewer, await create(viewer), { shared: true }), "forbidden");
  });

  test("needs a name that its owner has not used", async () => {
    const { name } = await create(viewer);
    const other = await create(viewer);
    for (const response of [
      await viewer("/api/views", withJson("POST", draft({ name }))),
      await change(viewer, other, { name: ` ${name} ` }),
    ]) {
      expect(fieldsOf(await expectProblem(response, "conflict"))).toEqual(["name"]);
    }
    expect((await create(analyst, { name })).name).toBe(name);
  });

  test("can be everybody's own default, one at a time, shared views included", async () => {
    const first = await create(viewer, { isDefault: true });
    const shared = await create(analyst, { shared: true });
    expect((await seen(viewer, first))?.isDefault).toBe(true);
    await change(viewer, shared, { isDefault: true });
    const defaults = (views: readonly SavedView[]) =>
      views.filter((view) => view.isDefault).map(({ id }) => id);
    expect(defaults(await listed(viewer))).toEqual([shared.id]);
    expect(defaults(await listed(analyst))).toEqual([]);
    await change(viewer, shared, { isDefault: false });
    expect(defaults(await listed(viewer))).toEqual([]);
  });

  test("can be renamed, shared and deleted when its time range holds nothing any more", async () => {
    const view = await create(analyst);
    // As somebody stored it in May 2020.
    const query = "from=-30d&to=2020-06-01";
    await server.deps.database.update(savedViews).set({ query }).where(eq(savedViews.id, view.id));
    const name = `Renamed ${made++}`;
    expect((await change(analyst, view, { name, shared: true })).status).toBe(200);
    expect(await seen(viewer, view)).toMatchObject({ name, query, shared: true });
    expect(fieldsOf(await expectProblem(await change(analyst, view, { query }), "invalid-request"))).toEqual([
      "query.from",
    ]);
    expect((await remove(analyst, view)).status).toBe(200);
  });

  test("is the record's business as soon as others see it", async () => {
    const own = await create(analyst);
    const shared = await create(analyst, { shared: true });
    await change(analyst, own, { query: "severity=low" });
    await change(analyst, shared, { query: "severity=low" });
    await change(viewer, shared, { isDefault: true });
    await remove(admin, shared);
    const recorded = async (subject: string) => {
      const { database } = server.deps;
      const rows = await database.select().from(activity).where(eq(activity.subject, subject));
      return rows.map(({ actorName, action }) => `${actorName} ${action}`);
    };
    expect(await recorded(own.id)).toEqual([]);
    expect(await recorded(shared.id)).toEqual([
      "analyst view.changed",
      "analyst view.changed",
      "admin view.changed",
    ]);
  });

  test("made personal by an administrator is its owner's alone again", async () => {
    const view = await create(analyst, { shared: true });
    const answer = await change(admin, view, { shared: false });
    expect(savedViewSchema.parse(await answer.json())).toMatchObject({ shared: false });
    expect(await seen(admin, view)).toBeUndefined();
    expect(await seen(analyst, view)).toMatchObject({ editable: true });
  });

  test.each([
    [{ query: "severity=severe" }, "query.severity"],
    [{ query: "colour=red" }, "query.colour"],
    [{ query: "limit=5" }, "query.limit"],
    [{ query: "cursor=x" }, "query.cursor"],
    [{ query: "measure=money" }, "query.measure"],
    [{ query: "q=".padEnd(LONGEST_QUERY + 1, "x") }, "query"],
    [{ name: "   " }, "name"],
    [{ name: "x".repeat(81) }, "name"],
    [{ shared: "yes" }, "shared"],
    [{ owner: "me" }, "owner"],
  ])("is refused with %.60j, naming %s", async (facts, field) => {
    const response = await analyst("/api/views", withJson("POST", draft(facts)));
    expect(fieldsOf(await expectProblem(response, "invalid-request"))).toContain(field);
  });

  test("is not changed by an empty change", async () => {
    await expectProblem(await change(viewer, await create(viewer), {}), "invalid-request");
  });
});
