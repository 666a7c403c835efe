import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { trySignIn } from "../support/api-client";
import { expectProblem } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

const MINUTE_MS = 60_000;

let server: TestServer;
let now = new Date("2026-02-01T08:00:00.000Z");

beforeAll(async () => {
  const env = { WATCHFLOOR_SESSION_HOURS: "1", WATCHFLOOR_SESSION_IDLE_MINUTES: "25" };
  server = await startTestServer({ clock: () => now, connections: [], env });
});
afterAll(() => server.close());

/** The statuses of reads, each so many minutes after the one before. */
async function readAfter(minutes: readonly number[]): Promise<number[]> {
  const client = await server.signIn("admin");
  const statuses: number[] = [];
  for (const wait of minutes) {
    now = new Date(now.getTime() + wait * MINUTE_MS);
    statuses.push((await client("/api/session")).status);
  }
  return statuses;
}

test("a session ends when it is not used for as long as the environment says", async () => {
  expect(await readAfter([24, 26])).toEqual([200, 401]);
});

test("a session ends at the age that the environment names, however busy", async () => {
  expect(await readAfter([20, 20, 19, 2])).toEqual([200, 200, 200, 401]);
});

test("a session outlives a clock that jumps, unless the jump makes it too old", async () => {
  expect(await readAfter([1, -60, 1, 60])).toEqual([200, 200, 200, 200]);
  expect(await readAfter([1, 60])).toEqual([200, 401]);
});

test("the cookie tells the browser the same age", async () => {
  const { response } = await trySignIn(server.admin);
  const cookie = response.headers.getSetCookie().find((it) => it.startsWith("next-auth.session-token="));
  const expires = /Expires=([^;]+)/i.exec(cookie ?? "")?.[1] ?? "";
  expect(Math.abs(Date.parse(expires) - Date.now() - 60 * MINUTE_MS)).toBeLessThan(MINUTE_MS);
});

describe("a session that is open for long", () => {
  const SENSITIVE: readonly (readonly [method: string, path: string])[] = [
    ["POST", "/api/tokens"],
    ["POST", "/api/people"],
    ["PATCH", "/api/people/none"],
    ["POST", "/api/people/none/password"],
    ["DELETE", "/api/sessions/none"],
    ["PATCH", "/api/settings"],
  ];

  test("must be made anew before it changes accounts, sessions, tokens or settings", async () => {
    const long = { WATCHFLOOR_RECENT_SIGN_IN_HOURS: "2" };
    await server.close();
    server = await startTestServer({ clock: () => now, connections: [], env: long });
    const client = await server.signIn("admin");
    const ask = (method: string, path: string) =>
      client(path, {
        method,
        ...(method === "DELETE" ? {} : { headers: { "content-type": "application/json" }, body: "{}" }),
      });
    now = new Date(now.getTime() + 119 * MINUTE_MS);
    const early = await Promise.all(
      SENSITIVE.map(async ([method, path]) => (await ask(method, path)).status),
    );
    expect(early).not.toContain(403);
    now = new Date(now.getTime() + 2 * MINUTE_MS);
    for (const [method, path] of SENSITIVE) {
      const { detail } = await expectProblem(await ask(method, path), "sign-in-again");
      expect(detail).toMatch(/more than 2 hours ago\. Sign out and in again/);
    }
    expect((await client("/api/events")).status).toBe(200);
    const anew = await server.signIn("admin");
    expect((await anew("/api/sessions/none", { method: "DELETE" })).status).toBe(404);
  });
});
