import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_ROUTES } from "@/lib/server/http/routes/all-routes";
import { type Client, createCallers, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { ROUTE_ACCESS } from "../support/route-access";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  admin = (await createCallers(server)).sessions.admin;
});
afterAll(() => server.close());

const MANY_EVENTS = { events: [{ id: "none", version: 1 }], status: "ignored" };
/** Bodies that are whole, where those of the access table are empty. */
const BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "POST /api/events/selection": { query: "q=x" },
  "POST /api/views": { name: "x", query: "q=x" },
  "POST /api/people": { username: "somebody", role: "viewer" },
  "POST /api/tokens": { name: "x", role: "viewer", expiresAt: "2027-01-01T00:00:00Z" },
  "POST /api/events/assignee": { assignee: "somebody", events: [{ id: "none", seen: "nobody" }] },
  "POST /api/events/status": { ...MANY_EVENTS, note: "x", idempotencyKey: "x" },
  "POST /api/events/status/preview": MANY_EVENTS,
  "PATCH /api/events/{eventId}": { assignee: "somebody", seen: "nobody" },
};

/** The same value again and again, each time with another part of it spoiled. */
function spoiled(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value}\0`, "\ud800", "x".repeat(100_000)];
  if (typeof value === "number") return [Number.MAX_SAFE_INTEGER, 1e300, -1, 1.5];
  if (Array.isArray(value))
    return value.flatMap((item, at) => spoiled(item).map((bad) => value.with(at, bad)));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    spoiled(part).map((bad) => ({ ...value, [key]: bad })),
  );
}

/** Nobody who asks so may make the server fail. */
async function statusOf(path: string, request: Parameters<Client>[1] = {}): Promise<number> {
  const response = await admin(path, request);
  await response.body?.cancel();
  return response.status;
}

const SOME_ANSWER = expect.toSatisfy((status: number) => status < 500);
const ODD_VALUES = [
  "%00",
  "a%00b",
  "%ED%A0%80",
  "%FF",
  "0000-01-01T00:00:00Z",
  "0001-01-02T00:00:00Z",
  "0000-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "-999999w",
  "-1",
  "9".repeat(30),
  "'",
];

const ROUTES = ALL_ROUTES.map(({ method, path, schemas }) => {
  const name = `${method} ${path}`;
  const body = BODIES[name] ?? ROUTE_ACCESS[name]?.body;
  return {
    name,
    method,
    path,
    /** A path that the route answers. */
    answered: ROUTE_ACCESS[name]?.path ?? path,
    request: body ? withJson(method, body) : { method },
    bodies: spoiled(body),
    keys: Object.keys(schemas.query.shape),
  };
});

describe.each(ROUTES.filter(({ path }) => path.includes("{")))("$name", ({ path, request }) => {
  test.each(["%00", "a%00b"])("does not fail for the path value %s", async (odd) => {
    expect(await statusOf(path.replaceAll(/\{\w+\}/g, odd), request)).toBeLessThan(500);
  });
});

describe.each(ROUTES.filter(({ keys }) => keys.length > 0))("$name", ({ answered, keys, request }) => {
  test.each(ODD_VALUES)("does not fail for %s in any parameter", async (odd) => {
    const [bare = ""] = answered.split("?");
    for (const key of keys) {
      const status = await statusOf(`${bare}?${key}=${odd}`, request);
      expect([key, status]).toEqual([key, SOME_ANSWER]);
    }
  });
});

describe.each(ROUTES.filter(({ bodies }) => bodies.length > 0))("$name", ({ answered, bodies, method }) => {
  test("does not fail for an odd text or number anywhere in its body", async () => {
    for (const body of bodies) {
      expect([body, await statusOf(answered, withJson(method, body))]).toEqual([body, SOME_ANSWER]);
    }
  });
});

test.each<[request: string, path: string, field: string, body?: object]>([
  ["a path", "/api/events/a%00b", "eventId"],
  ["a parameter", "/api/activity?person=%00", "person"],
  ["a list of ids", "/api/events/rows?ids=a,%00", "ids"],
  ["a body", "/api/views", "name", { name: "\0", query: "q=x" }],
  [
    "the depths of a body",
    "/api/events/assignee",
    "events.1.id",
    {
      assignee: null,
      events: [
        { id: "a", seen: null },
        { id: "\0", seen: null },
      ],
    },
  ],
  ["a body, or half a character", "/api/views", "query", { name: "x", query: "q=\ud800" }],
])("a NUL in %s is refused, naming the field", async (_where, path, field, body) => {
  const problem = await expectProblem(
    await admin(path, body ? withJson("POST", body) : {}),
    "invalid-request",
  );
  expect(fieldsOf(problem)).toEqual([field]);
  expect(problem.detail).toContain("must not contain the NUL character");
});

test.each(["from=-999999w", "from=0000-01-01", "from=2000-01-01&to=2020-01-01"])(
  "an overview of %s is refused: nobody has so many years of events",
  async (period) => {
    const problem = await expectProblem(await admin(`/api/overview?${period}`), "invalid-request");
    expect(problem.detail).toContain("ten years");
  },
);
