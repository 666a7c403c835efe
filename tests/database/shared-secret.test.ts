import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newDatabaseUrl } from "@/tests/support/database";
import { startTestServer } from "@/tests/support/test-server";

const WARNING = "Several servers on one database need the same NEXTAUTH_SECRET";
let dataDir = "";

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "watchfloor-secret-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function warnings(env: Record<string, string>): Promise<number> {
  const server = await startTestServer({
    connections: [],
    env: { DATABASE_URL: "", WATCHFLOOR_DATA_DIR: dataDir, ...env },
  });
  const text = server.logText();
  await server.close();
  return text.split(WARNING).length - 1;
}

test("a server whose database others may share says once that they need the same key", async () => {
  const DATABASE_URL = await newDatabaseUrl("postgres");
  expect(await warnings({ DATABASE_URL, NEXTAUTH_SECRET: "" })).toBe(1);
  expect(await warnings({ DATABASE_URL })).toBe(0);
});

test("a server with a database of its own need not be told", async () => {
  expect(await warnings({ NEXTAUTH_SECRET: "" })).toBe(0);
});
