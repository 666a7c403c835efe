import { afterAll, beforeAll, expect, test } from "vitest";
import { trySignIn } from "../support/api-client";
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

test("the cookie tells the browser the same age", async () => {
  const { response } = await trySignIn(server.admin);
  const cookie = response.headers.getSetCookie().find((it) => it.startsWith("next-auth.session-token="));
  const expires = /Expires=([^;]+)/i.exec(cookie ?? "")?.[1] ?? "";
  expect(Math.abs(Date.parse(expires) - Date.now() - 60 * MINUTE_MS)).toBeLessThan(MINUTE_MS);
});
