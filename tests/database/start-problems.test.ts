import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { SetupError } from "@/lib/server/config/setup-error";
import { openDatabase, pgliteDirectory } from "@/lib/server/db/client";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import { childEnvironment } from "@/lib/server/env";
import { createLogger } from "@/lib/server/log";
import { createDatabase } from "@/tests/support/postgres-server";

const logger = createLogger("fatal");
let folder = "";
let url = "";
/** A data directory with an embedded database, to be copied. */
let whole = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "watchfloor-start-"));
  url = await createDatabase(inject("postgresUrl"));
  whole = join(folder, "whole");
  await (await openDatabase({ url: null, dataDir: whole, logger })).close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

const open = (address: string) => openDatabase({ url: address, dataDir: null, logger });

/** As the server's process: what it wrote, and how it ended. */
const start = (environment: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, ["--import", "tsx", "tests/support/processes/app-process.ts"], {
    encoding: "utf8",
    timeout: 25_000,
    env: childEnvironment({ WATCHFLOOR_CONFIG: "", WATCHFLOOR_DATA_DIR: folder, ...environment }),
  });

describe("a start with a mistake of set-up", () => {
  const wrongPassword = () => ({ DATABASE_URL: changed((it) => Object.assign(it, { password: "planted" })) });

  it.each([
    ["a wrong password of the database", wrongPassword, "DATABASE_URL: "],
    ["an impossible data directory", () => ({ WATCHFLOOR_DATA_DIR: "/proc/nope" }), "WATCHFLOOR_DATA_DIR: "],
  ])("ends with exit code 1 and one line that names the setting: %s", (_what, environment, words) => {
    const { status, stderr } = start({ DATABASE_URL: "", NEXTAUTH_SECRET: "", ...environment() });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr.startsWith(words)).toBe(true);
    expect(stderr).not.toContain("planted");
    expect(status).toBe(1);
  });

  it.each([
    ["a missing database", (it: URL) => Object.assign(it, { pathname: "/nope" })],
    ["a server without TLS", (it: URL) => Object.assign(it, { search: "?sslmode=verify-full" })],
    [
      "an sslrootcert that is missing",
      (it: URL) => Object.assign(it, { search: "?sslmode=verify-full&sslrootcert=/nope.pem" }),
    ],
    [
      "an sslrootcert that is a directory",
      (it: URL) => Object.assign(it, { search: "?sslmode=verify-full&sslrootcert=/" }),
    ],
  ])("is told as one on a real server: %s", async (_what, change) => {
    const refusal = await open(changed(change)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toContain("DATABASE_URL: ");
    expect(String(refusal)).not.toContain(new URL(url).password);
  });
});

describe("an embedded database", () => {
  it.each([
    ["without its control file", (directory: string) => rm(join(directory, "global", "pg_control"))],
    [
      "with a broken control file",
      (directory: string) => writeFile(join(directory, "global", "pg_control"), "x"),
    ],
    ["without its log", (directory: string) => rm(join(directory, "pg_wal"), { recursive: true })],
    ["without its tables", (directory: string) => rm(join(directory, "base"), { recursive: true })],
    ["without its version", (directory: string) => rm(join(directory, "PG_VERSION"))],
  ])("%s is told as damaged, and what to do", async (what, harm) => {
    const dataDir = join(folder, what.replaceAll(" ", "-"));
    await cp(whole, dataDir, { recursive: true });
    await harm(pgliteDirectory(dataDir));
    const refusal = openDatabase({ url: null, dataDir, logger });
    await expect(refusal).rejects.toBeInstanceOf(SetupError);
    await expect(refusal).rejects.toThrow(/^WATCHFLOOR_DATA_DIR: .*damaged.*backup/);
  });
});

describe("an embedded database of which this process may not use every file", () => {
  it("is refused at the start, by the name of the file, though nothing needs it yet", async () => {
    const dataDir = join(folder, "unusable");
    await cp(whole, dataDir, { recursive: true });
    const file = join(pgliteDirectory(dataDir), "base", "1", "99999");
    // Nobody may use it, root included, who may use every other.
    await symlink(join(folder, "nowhere"), file);
    const refusal = await openDatabase({ url: null, dataDir, logger }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toContain("WATCHFLOOR_DATA_DIR: ");
    expect(String(refusal)).toContain(file);
  });
});

describe("an embedded database that was copied in part", () => {
  it.each(["base", "global", "pg_wal", "postgresql.conf"])(
    "is told as damaged and left as it is, where nothing but %s has arrived",
    async (part) => {
      const dataDir = join(folder, `only-${part}`);
      const from = join(pgliteDirectory(whole), part);
      await cp(from, join(pgliteDirectory(dataDir), part), { recursive: true });
      await expect(openDatabase({ url: null, dataDir, logger })).rejects.toThrow(/damaged.*backup/);
      expect(await readdir(pgliteDirectory(dataDir))).toEqual([part]);
    },
  );
});

describe("a server that lets nobody in any more, while Watchfloor runs", () => {
  const password = "another";

  it.each([
    ["another password", (owner: string) => `ALTER ROLE ${owner} PASSWORD '${password}'`],
    ["another name", (_owner: string, name: string) => `ALTER DATABASE ${name} RENAME TO ${name}_gone`],
    ["no connections", (_owner: string, name: string) => `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`],
  ])("is told as out of reach: %s", async (what, statement) => {
    const owner = `owner_${what.replaceAll(" ", "_")}`;
    const address = await createDatabase(inject("postgresUrl"), { owner });
    const name = new URL(address).pathname.slice(1);
    const database = await open(address);
    const server = new Client(inject("postgresUrl"));
    await server.connect();
    await server.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1", [
      name,
    ]);
    await server.query(statement(owner, name));
    await server.end();
    const refusal = await database.orm.execute(sql`SELECT 1`).catch((error: unknown) => error);
    await database.close();
    expect(databaseTrouble(refusal)).toMatchObject({ kind: "unreachable" });
  });
});
