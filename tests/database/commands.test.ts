import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import { childEnvironment } from "@/lib/server/env";
import { createLogger } from "@/lib/server/log";
import { newDatabaseUrl } from "@/tests/support/database";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";
let used = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "watchfloor-commands-"));
  used = await newDatabaseUrl("postgres");
  await (await openDatabase({ url: used, dataDir: null, logger: createLogger("fatal") })).close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(command: string, file: string, url: string) {
  return spawnSync(process.execPath, [join(root, "scripts", "run.mjs"), command, file], {
    cwd: root,
    encoding: "utf8",
    env: childEnvironment({ DATABASE_URL: url, WATCHFLOOR_DATA_DIR: folder }),
  });
}

async function tablesOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'",
  );
  await client.end();
  return rows[0].tables;
}

describe("a command of the data", () => {
  it.each(["export-data", "verify-activity"])(
    "%s of an empty database fails, says so and makes no tables",
    async (command) => {
      const empty = await newDatabaseUrl("postgres");
      const { status, stderr } = run(command, join(folder, "empty.gz"), empty);
      expect(stderr).toContain("holds nothing of Watchfloor");
      expect(status).toBe(1);
      expect(await tablesOf(empty)).toBe(0);
      expect(existsSync(join(folder, "empty.gz"))).toBe(false);
    },
    60_000,
  );

  it.each([
    ["a folder that is not there", () => join(folder, "none", "all.gz"), "ENOENT: no such file or directory"],
    ["a folder", () => folder, "is no file. Name one."],
  ])(
    "export-data into %s fails with a sentence and leaves nothing behind",
    async (_what, target, message) => {
      const { status, stderr } = run("export-data", target(), used);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain(message);
      expect(status).toBe(1);
      expect(await readdir(folder)).toEqual([]);
      expect(existsSync(`${folder}.unfinished`)).toBe(false);
    },
    60_000,
  );

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "export-data that is ended by %s says so and leaves nothing behind",
    async (signal, code) => {
      const file = join(folder, `${signal}.gz`);
      const holder = new pg.Client(used);
      await holder.connect();
      // The export waits here, in the middle of its file.
      await holder.query("BEGIN; LOCK TABLE activity");
      const command = spawn(process.execPath, [join(root, "scripts", "run.mjs"), "export-data", file], {
        cwd: root,
        env: childEnvironment({ DATABASE_URL: used, WATCHFLOOR_DATA_DIR: folder }),
      });
      const ended = once(command, "exit");
      const said: string[] = [];
      command.stderr.on("data", (chunk) => said.push(String(chunk)));
      await vi.waitUntil(() => existsSync(`${file}.unfinished`), { timeout: 30_000 });
      command.kill(signal);
      expect(await ended).toEqual([code, null]);
      await holder.end();
      expect(said.join("")).toBe("Interrupted: no file was written.\n");
      expect(await readdir(folder)).not.toContain(`${signal}.gz.unfinished`);
    },
    60_000,
  );

  it("export-data writes for its owner only, whatever stands where it writes", async () => {
    const elsewhere = join(folder, "elsewhere");
    const file = join(folder, "all.gz");
    await writeFile(elsewhere, "", { mode: 0o644 });
    await symlink(elsewhere, `${file}.unfinished`);
    const { status } = run("export-data", file, used);
    expect(status).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(elsewhere)).size).toBe(0);
  }, 60_000);
});
