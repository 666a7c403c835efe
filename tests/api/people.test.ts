import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { personListSchema } from "@/lib/api/people";
import type { Role } from "@/lib/api/role";
import { signedInClient, trySignIn } from "../support/api-client";
import { type Client, makePerson, STRONG_PASSWORD, settlePerson, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

const STRONG = STRONG_PASSWORD;
const WEAK = ["password1234", "watchfloor12", "aaaaaaaaaaaaaa", "qwertyuiopas"];

let server: TestServer;
let admin: Client;
let now = new Date("2026-02-01T08:00:00.000Z");

beforeAll(async () => {
  server = await startTestServer({ connections: [], clock: () => now });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const people = async (client: Client) =>
  personListSchema.parse(await (await client("/api/people")).json()).items;

async function findPerson(username: string) {
  const person = (await people(admin)).find((candidate) => candidate.username === username);
  if (!person) throw new Error(`There is no ${username}`);
  return person;
}

async function change(username: string, what: Record<string, unknown>): Promise<Response> {
  const { id, version } = await findPerson(username);
  return admin(`/api/people/${id}`, withJson("PATCH", { version, ...what }));
}

const changePassword = (client: Client, currentPassword: string, newPassword: string) =>
  client("/api/account/password", withJson("POST", { currentPassword, newPassword }));

const settled = (username: string, role: Role) => settlePerson(admin, username, role);

describe("a new account", () => {
  test("gets a password that is told once and has to be changed before anything else", async () => {
    const { credentials } = await makePerson(admin, "ada", "analyst");
    const client = await signedInClient(credentials);
    await expectProblem(await client("/api/events"), "password-change-required");
    expect((await changePassword(client, credentials.password, STRONG)).status).toBe(200);
    expect((await client("/api/events")).status).toBe(200);
    expect((await trySignIn(credentials)).response.status).toBe(401);
    expect((await trySignIn({ username: "ADA", password: STRONG })).response.status).toBe(200);
  });

  test("is not opened by a given password that nobody used for a week, until another one is given", async () => {
    const { credentials, id } = await makePerson(admin, "late", "viewer");
    const before = now;
    now = new Date(now.getTime() + 7 * 86_400_000);
    const late = await trySignIn(credentials);
    expect(late.response.status).toBe(401);
    expect(await late.response.json()).toEqual({ url: expect.stringContaining("CredentialsSignin") });
    admin = await signedInClient(server.admin);
    const response = await admin(`/api/people/${id}/password`, withJson("POST", {}));
    const { password } = z.object({ password: z.string() }).parse(await response.json());
    expect((await trySignIn({ username: "late", password })).response.status).toBe(200);
    now = before;
    admin = await signedInClient(server.admin);
  });

  test.each([
    ["a name that exists in another case", { username: "ADMIN", role: "viewer" }, "conflict", ["username"]],
    ["an empty name", { username: "", role: "viewer" }, "invalid-request", ["username", "username"]],
    ["a name with white space", { username: "a b", role: "viewer" }, "invalid-request", ["username"]],
    [
      "a name that filters have for nobody",
      { username: "None", role: "viewer" },
      "invalid-request",
      ["username"],
    ],
    [
      "a name that assigning has for oneself",
      { username: "me", role: "viewer" },
      "invalid-request",
      ["username"],
    ],
    ["a name that is markup", { username: "<b>", role: "viewer" }, "invalid-request", ["username"]],
    ["an unknown role", { username: "bob", role: "root" }, "invalid-request", ["role"]],
    [
      "a short password",
      { username: "bob", role: "viewer", password: "Ab3$x" },
      "invalid-request",
      ["password"],
    ],
    [
      "its name as the password",
      { username: "bobby-tables", role: "viewer", password: "bobby-tables" },
      "invalid-request",
      ["password"],
    ],
  ] as const)("is refused with %s", async (_what, body, code, fields) => {
    const problem = await expectProblem(await admin("/api/people", withJson("POST", body)), code);
    expect(fieldsOf(problem)).toEqual(fields);
  });

  test.each(WEAK)("is refused with the password %s, which is easily guessed", async (password) => {
    const body = { username: "bob", role: "viewer", password };
    const problem = await expectProblem(
      await admin("/api/people", withJson("POST", body)),
      "invalid-request",
    );
    expect(problem.detail).toMatch(/password: .*(easily guessed|characters)/);
  });
});

describe("one's own password", () => {
  test.each([
    ["the current one is wrong", "wrong", "another-cobalt-fjord-3", "currentPassword"],
    ["the new one is weak", STRONG, "password1234", "newPassword"],
    ["the new one is the current one", STRONG, STRONG, "newPassword"],
  ])("stays when %s", async (_what, current, next, field) => {
    const { client, credentials } = await settled(`own-${field}-${next.length}`, "viewer");
    const problem = await expectProblem(await changePassword(client, current, next), "invalid-request");
    expect(fieldsOf(problem)).toEqual([field]);
    expect((await trySignIn(credentials)).response.status).toBe(200);
  });

  test("when it changes ends every other session, and only those", async () => {
    const { client, credentials } = await settled("grace", "viewer");
    const elsewhere = await signedInClient(credentials);
    const changed = await changePassword(client, STRONG, "another-cobalt-fjord-3");
    expect(await changed.json()).toEqual({ endedSessions: 1 });
    expect((await elsewhere("/api/session")).status).toBe(401);
    expect((await client("/api/session")).status).toBe(200);
  });

  test("cannot be guessed from an open browser", async () => {
    const { client } = await settled("guessed", "viewer");
    for (let tries = 0; tries < 10; tries += 1)
      await changePassword(client, "wrong", "another-cobalt-fjord-3");
    const response = await changePassword(client, STRONG, "another-cobalt-fjord-3");
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectProblem(response, "rate-limited");
  });
});

describe("a change of an account", () => {
  test("of its role holds for open sessions at once", async () => {
    const { client } = await settled("role", "viewer");
    expect((await client("/api/events/none/reveal", { method: "POST" })).status).toBe(403);
    expect((await change("role", { role: "analyst" })).status).toBe(200);
    expect((await client("/api/events/none/reveal", { method: "POST" })).status).toBe(404);
  });

  test("of its role in another process holds within ten seconds", async () => {
    const { client, id } = await settled("elsewhere", "analyst");
    expect((await client("/api/events/none/reveal", { method: "POST" })).status).toBe(404);
    await server.deps.database.execute(`UPDATE users SET role = 'viewer' WHERE id = '${id}'`);
    now = new Date(now.getTime() + 10_000);
    expect((await client("/api/events/none/reveal", { method: "POST" })).status).toBe(403);
  });

  test("that disables it ends its sessions for good, in the same words as a wrong password", async () => {
    const { client, credentials } = await settled("gone", "analyst");
    expect((await change("gone", { disabled: true })).status).toBe(200);
    expect((await client("/api/session")).status).toBe(401);
    const known = await (await trySignIn(credentials)).response.json();
    expect(known).toEqual(await (await trySignIn({ username: "nobody", password: "x" })).response.json());
    expect((await change("gone", { disabled: false })).status).toBe(200);
    expect((await client("/api/session")).status).toBe(401);
    expect((await trySignIn(credentials)).response.status).toBe(200);
  });

  test("by a new password ends its sessions and asks for another one", async () => {
    const { client, id } = await settled("reset", "viewer");
    const response = await admin(`/api/people/${id}/password`, withJson("POST", {}));
    const { password } = z.object({ password: z.string() }).parse(await response.json());
    expect((await client("/api/session")).status).toBe(401);
    const again = await signedInClient({ username: "reset", password });
    await expectProblem(await again("/api/session"), "password-change-required");
  });

  test("that somebody else made meanwhile is not overwritten", async () => {
    await settled("twice", "viewer");
    const { id, version } = await findPerson("twice");
    expect((await change("twice", { role: "analyst" })).status).toBe(200);
    const late = await admin(`/api/people/${id}`, withJson("PATCH", { version, role: "admin" }));
    expect(fieldsOf(await expectProblem(late, "conflict"))).toEqual(["version"]);
    expect((await findPerson("twice")).role).toBe("analyst");
  });

  test.each([
    ["demoted", { role: "analyst" }, "role"],
    ["disabled", { disabled: true }, "disabled"],
  ])("never lets the last administrator be %s", async (_what, what, field) => {
    const problem = await expectProblem(await change("admin", what), "conflict");
    expect(fieldsOf(problem)).toEqual([field]);
    expect(await findPerson("admin")).toMatchObject({ role: "admin", disabledAt: null });
  });

  test("that says nothing is refused", async () => {
    await expectProblem(await change("admin", {}), "invalid-request");
  });

  test("of nobody is not found", async () => {
    const response = await admin("/api/people/none", withJson("PATCH", { version: 1, role: "viewer" }));
    await expectProblem(response, "not-found");
  });
});

describe("the list of people", () => {
  test("tells everybody the names, and only administrators the rest", async () => {
    const { client } = await settled("reader", "viewer");
    const seen = await people(client);
    expect(seen.map(({ username }) => username)).toContain("admin");
    expect(seen.map(({ account }) => account)).toEqual(seen.map(() => null));
    expect((await findPerson("reader")).account).toMatchObject({
      origin: "local",
      lastSignInAt: expect.any(String),
    });
  });

  test("and no other answer holds a password or its hash", async () => {
    const text = await (await admin("/api/people")).text();
    expect(text).not.toMatch(/argon2|passwordHash/i);
    expect(server.logText()).not.toContain(STRONG);
  });
});

test("every change of an account is recorded, without passwords", async () => {
  const { client, id } = await settled("recorded", "viewer");
  await change("recorded", { role: "analyst", disabled: true });
  await change("recorded", { disabled: false });
  await admin(`/api/people/${id}/password`, withJson("POST", { password: "basalt-lynx-harbor-12" }));
  expect((await client("/api/session")).status).toBe(401);
  expect(await recordedActions(server.deps.database)).toEqual(
    expect.arrayContaining([
      "account.created",
      "password.changed",
      "role.changed",
      "account.disabled",
      "account.enabled",
      "password.reset",
    ]),
  );
  const record = await server.deps.database.execute("SELECT details::text AS details FROM activity");
  expect(JSON.stringify(record.rows)).not.toMatch(/cobalt|basalt|argon2/);
});
