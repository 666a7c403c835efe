import { hash } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAccount, insertUser } from "@/lib/server/db/queries/user-accounts";
import { activity } from "@/lib/server/db/schema/activity";
import { callApi, signedInClient, trySignIn } from "../support/api-client";
import { expectProblem, fieldsOf } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let now = new Date("2026-02-01T08:00:00.000Z");

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
});
afterAll(() => server.close());

describe("signing in", () => {
  test("with the right password gives a session that the API accepts", async () => {
    const client = await signedInClient(server.admin);
    const response = await client("/api/session");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ user: { username: "admin", role: "admin" } });
  });

  test("sets a session cookie that scripts cannot read and other sites cannot send", async () => {
    const { response } = await trySignIn(server.admin);
    const cookie = response.headers.getSetCookie().find((it) => it.startsWith("next-auth.session-token="));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  test("over https sets secure cookies, which the API then accepts", async () => {
    const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "watchfloor.example.com" };
    const { response, cookie } = await trySignIn(server.admin, headers);
    const sessionCookie = response.headers
      .getSetCookie()
      .find((it) => it.startsWith("__Host-next-auth.session-token="));
    expect(sessionCookie).toMatch(/; Secure/);
    expect(sessionCookie).not.toMatch(/Domain/i);
    expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect((await callApi("/api/session", { headers: { ...headers, cookie } })).status).toBe(200);
  });

  test.each([
    ["a wrong password", { username: "admin", password: "wrong" }],
    ["an unknown account", { username: "nobody", password: "wrong" }],
    ["nothing", { username: "", password: "" }],
    ["a name that no database text can hold", { username: "ad\u0000min", password: "wrong" }],
  ])("with %s is refused in the same words", async (_what, credentials) => {
    const { response } = await trySignIn(credentials);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/api\/auth\/error\?error=CredentialsSignin/),
    });
  });

  test("that the database keeps from being looked at is a failure of ours, of which a stranger learns nothing", async () => {
    const { database } = server.deps;
    await database.execute(sql`ALTER TABLE users RENAME TO away`);
    const { response } = await trySignIn(server.admin).finally(() =>
      database.execute(sql`ALTER TABLE away RENAME TO users`),
    );
    expect((await expectProblem(response, "internal")).detail).not.toMatch(/select|users/i);
    expect((await trySignIn(server.admin)).response.status).toBe(200);
  });

  test.each(["localhost:3000", "127.0.0.1:3000", "watchfloor.internal:8080"])(
    "opened as %s stays there",
    async (host) => {
      const { response } = await trySignIn(server.admin, { host });
      expect(await response.json()).toEqual({ url: `http://${host}/` });
    },
  );

  test("never sends anybody to another site afterwards", async () => {
    const csrf = await callApi("/api/auth/signin?callbackUrl=https%3A%2F%2Fevil.example%2F");
    expect(csrf.status).toBe(302);
    expect(csrf.headers.get("location")).toBe(
      `/sign-in?callbackUrl=${encodeURIComponent("http://127.0.0.1:3000")}`,
    );
  });

  test.each(["javascript:alert(1)", "http://[", "data:text/html,x"])(
    "with %s as the place to go back to is refused",
    async (callbackUrl) => {
      const response = await callApi(`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`);
      expect(fieldsOf(await expectProblem(response, "invalid-request"))).toEqual(["callbackUrl"]);
    },
  );

  test.each(["//evil.example/", "https://evil.example", "/\\evil.example"])(
    "with %s as the place to go back to stays here",
    async (callbackUrl) => {
      const response = await callApi(`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`);
      const location = new URL(response.headers.get("location") ?? "", "http://127.0.0.1:3000");
      const back = new URL(location.searchParams.get("callbackUrl") ?? "");
      expect([location.origin, back.origin]).toEqual(["http://127.0.0.1:3000", "http://127.0.0.1:3000"]);
    },
  );

  test("survives a cookie that another program left behind", async () => {
    const headers = { cookie: "next-auth.callback-url=javascript%3Aalert(1); next-auth.csrf-token=x" };
    expect((await callApi("/api/auth/csrf", { headers })).status).toBe(200);
  });

  test("without the form's token is refused", async () => {
    const response = await callApi("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(server.admin).toString(),
    });
    expect(response.headers.getSetCookie().join()).not.toContain("session-token");
  });

  test("makes a hash of an earlier cost anew", async () => {
    const password = "copper lantern orbit thistle";
    const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await insertUser(server.deps.database, {
      id: "early",
      username: "early",
      role: "viewer",
      passwordHash,
      createdAt: now,
    });
    await signedInClient({ username: "early", password });
    const account = await findAccount(server.deps.database, "early");
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signedInClient({ username: "early", password });
    expect((await findAccount(server.deps.database, "early"))?.passwordHash).toBe(account?.passwordHash);
  });

  test("and failing to are both recorded", async () => {
    await trySignIn({ username: "Mallory", password: "guess" });
    const entries = await server.deps.database.select().from(activity);
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "session.refused", actorName: "mallory", address: "127.0.0.1" }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "session.started", actorName: "admin" }),
    );
  });
});

describe("a session", () => {
  test("ends on the server when its owner signs out", async () => {
    const { cookie } = await trySignIn(server.admin);
    const { csrfToken } = await (await callApi("/api/auth/csrf", { headers: { cookie } })).json();
    const signedOut = await callApi("/api/auth/signout", {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
    });
    expect(signedOut.status).toBe(200);
    expect(signedOut.headers.get("clear-site-data")).toBe('"cache"');
    expect((await callApi("/api/session", { headers: { cookie } })).status).toBe(401);
    expect(await (await callApi("/api/auth/session", { headers: { cookie } })).json()).toEqual({});
  });

  test("ends when somebody signs in again in the same browser", async () => {
    const { cookie } = await trySignIn(server.admin);
    const again = await trySignIn(server.admin, { cookie });
    expect(again.response.status).toBe(200);
    expect((await callApi("/api/session", { headers: { cookie } })).status).toBe(401);
    expect((await callApi("/api/session", { headers: { cookie: again.cookie } })).status).toBe(200);
  });

  test("that was ended elsewhere is refused within five seconds", async () => {
    const client = await signedInClient(server.admin);
    expect((await client("/api/session")).status).toBe(200);
    await server.deps.database.execute("UPDATE sessions SET revoked_at = now()");
    now = new Date(now.getTime() + 5_001);
    expect((await client("/api/session")).status).toBe(401);
  });

  test.each([
    ["a week", 7 * 24 * 60],
    ["a day of not being used", 24 * 60 + 1],
  ])("ends after %s", async (_what, minutes) => {
    const client = await signedInClient(server.admin);
    now = new Date(now.getTime() + minutes * 60_000);
    expect((await client("/api/session")).status).toBe(401);
  });

  test("cannot be made up", async () => {
    const headers = { cookie: "next-auth.session-token=eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC" };
    expect((await callApi("/api/session", { headers })).status).toBe(401);
  });
});

describe("guessing", () => {
  test("one account's password is stopped, with the time to wait, and leaves others alone", async () => {
    const attempt = (address: string, credentials: { username: string; password: string }) =>
      trySignIn(credentials, { "x-forwarded-for": address });
    const wrong = { username: "admin", password: "wrong" };
    for (let tries = 0; tries < 10; tries += 1) await attempt("203.0.113.9", wrong);
    const { response } = await attempt("203.0.113.9", server.admin);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toEqual({ url: expect.stringContaining("error=RateLimited") });
    expect((await attempt("203.0.113.10", server.admin)).response.status).toBe(200);
  });
});
