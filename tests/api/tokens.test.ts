import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Role } from "@/lib/api/role";
import { tokenListSchema } from "@/lib/api/tokens";
import { type Client, makeToken, settlePerson, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { recordedActions } from "../support/recorded-actions";
import { startTestServer, type TestServer } from "../support/test-server";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

let server: TestServer;
let now = new Date("2026-02-01T08:00:00.000Z");
let people = 0;

beforeAll(async () => {
  server = await startTestServer({ connections: [], clock: () => now });
});
afterAll(() => server.close());

function pass(milliseconds: number): void {
  now = new Date(now.getTime() + milliseconds);
}

/** A new person who may be asked for tokens. */
async function person(role: Role) {
  people += 1;
  return settlePerson(await server.signIn("admin"), `person-${people}`, role);
}

/** A new person's new token. */
async function token(role: Role, days?: number) {
  const owner = await person(role);
  return { owner, ...(await makeToken(server, owner.client, role, days)) };
}

async function listed(client: Client, owner = "me") {
  return tokenListSchema.parse(await (await client(`/api/tokens?owner=${owner}`)).json()).items;
}

const sessionAnswer = z.object({ user: z.object({ role: z.string() }), via: z.string() });
const reveal = (client: Client) => client("/api/events/none/reveal", { method: "POST" });

describe("an API token", () => {
  test("stands for its owner in the role it was given, and says so", async () => {
    const { client: analyst } = await person("analyst");
    const { secret, client } = await makeToken(server, analyst, "viewer");
    expect(secret).toMatch(/^wf_[\w-]{43}$/);
    const answer = sessionAnswer.parse(await (await client("/api/session")).json());
    expect(answer).toEqual({ user: { role: "viewer" }, via: "token" });
    expect((await reveal(client)).status).toBe(403);
    expect((await reveal(analyst)).status).toBe(404);
  });

  test("counts alone: a cookie beside it adds nothing", async () => {
    const { secret } = await token("viewer");
    const admin = await server.signIn("admin");
    const asToken = (authorization: string) =>
      admin("/api/sessions?owner=all", { headers: { authorization } });
    expect((await asToken(`Bearer ${secret}`)).status).toBe(403);
    expect((await asToken("Bearer wf_wrong")).status).toBe(401);
    expect((await asToken("Basic YTpi")).status).toBe(200);
  });

  test("is never more than its owner: it falls and ends with them", async () => {
    const { owner, id, client } = await token("analyst");
    const admin = await server.signIn("admin");
    const change = (what: Record<string, unknown>) =>
      admin(`/api/people/${owner.id}`, withJson("PATCH", what));
    const state = async () => (await listed(admin, "all")).find((one) => one.id === id);
    expect((await reveal(client)).status).toBe(404);
    expect((await change({ version: 2, role: "viewer" })).status).toBe(200);
    expect((await reveal(client)).status).toBe(403);
    expect(await state()).toMatchObject({ role: "analyst", effectiveRole: "viewer", state: "active" });
    expect((await change({ version: 3, disabled: true })).status).toBe(200);
    expect((await reveal(client)).status).toBe(401);
    expect(await state()).toMatchObject({ state: "owner-disabled" });
  });

  test("is told apart by its first characters, and stored so that it cannot be used", async () => {
    const { owner, id, secret, client } = await token("viewer");
    expect((await client("/api/session")).status).toBe(200);
    const shown = (await listed(owner.client)).find((one) => one.id === id)?.prefix ?? "";
    expect(shown).toMatch(/^wf_.{8}$/);
    expect(secret.startsWith(shown)).toBe(true);
    const { database } = server.deps;
    const stored = await database.execute("SELECT * FROM api_tokens");
    const record = await database.execute("SELECT * FROM activity");
    expect(JSON.stringify([stored.rows, record.rows]) + server.logText()).not.toContain(secret);
  });

  test("tells when it was used, to the minute", async () => {
    const { owner, id, client } = await token("viewer");
    const lastUsedAt = async () => (await listed(owner.client)).find((one) => one.id === id)?.lastUsedAt;
    expect(await lastUsedAt()).toBeNull();
    const first = now.toISOString();
    await client("/api/session");
    pass(30_000);
    await client("/api/session");
    expect(await lastUsedAt()).toBe(first);
    pass(60_000);
    await client("/api/session");
    expect(await lastUsedAt()).toBe(now.toISOString());
  });

  test("has its use recorded once an hour, however often it is used", async () => {
    const { client } = await token("viewer");
    const uses = async () =>
      (await recordedActions(server.deps.database)).filter((action) => action === "token.used").length;
    const before = await uses();
    for (let times = 0; times < 10; times += 1) {
      await Promise.all([client("/api/session"), client("/api/session")]);
      pass(2 * MINUTE_MS);
    }
    expect(await uses()).toBe(before + 1);
    pass(60 * MINUTE_MS);
    await client("/api/session");
    expect(await uses()).toBe(before + 2);
  });

  test("ends at once when its owner ends it, and stays ended", async () => {
    const { owner, id, client } = await token("viewer");
    const end = () => owner.client(`/api/tokens/${id}`, { method: "DELETE" });
    expect((await client("/api/session")).status).toBe(200);
    expect((await end()).status).toBe(200);
    expect((await client("/api/session")).status).toBe(401);
    expect(await (await end()).json()).toMatchObject({ state: "revoked" });
  });

  test("ends at its time", async () => {
    const { client, id } = await token("viewer", 1);
    pass(DAY_MS - MINUTE_MS);
    expect((await client("/api/session")).status).toBe(200);
    pass(MINUTE_MS);
    expect((await client("/api/session")).status).toBe(401);
    const admin = await server.signIn("admin");
    expect((await listed(admin, "all")).find((one) => one.id === id)?.state).toBe("expired");
  });

  test("of others is seen and ended by administrators only", async () => {
    const { id } = await token("viewer");
    const { client: stranger } = await person("analyst");
    const end = (client: Client) => client(`/api/tokens/${id}`, { method: "DELETE" });
    await expectProblem(await stranger("/api/tokens?owner=all"), "forbidden");
    expect(await listed(stranger)).toEqual([]);
    await expectProblem(await end(stranger), "not-found");
    expect((await end(await server.signIn("admin"))).status).toBe(200);
  });
});

describe("making a token", () => {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  const body = (change: Readonly<Record<string, unknown>> = {}) =>
    withJson("POST", { name: "Report", role: "viewer", expiresAt: inDays(30), ...change });

  test.each([
    ["a role above one's own", () => ({ role: "admin" }), "role"],
    ["an end in the past", () => ({ expiresAt: inDays(-1) }), "expiresAt"],
    ["an end more than a year away", () => ({ expiresAt: inDays(366) }), "expiresAt"],
    ["an end that is no time", () => ({ expiresAt: "never" }), "expiresAt"],
    ["no end", () => ({ expiresAt: undefined }), "expiresAt"],
    ["no name", () => ({ name: " " }), "name"],
    ["something unknown", () => ({ scope: "all" }), "scope"],
  ])("with %s is refused", async (_what, wrong, field) => {
    const { client } = await person("analyst");
    const problem = await expectProblem(await client("/api/tokens", body(wrong())), "invalid-request");
    expect(fieldsOf(problem)).toEqual([field]);
  });

  test("by a token is refused, whatever its role", async () => {
    const { client } = await token("admin");
    const problem = await expectProblem(await client("/api/tokens", body()), "forbidden");
    expect(problem.detail).toContain("outlives");
  });
});
