import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptAuthSecret } from "@/lib/server/auth/auth-secret";
import { SetupError } from "@/lib/server/config/setup-error";
import { dataDirectoryMistake, makeDataDirectory } from "@/lib/server/data-directory";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";

const logger = createLogger("fatal");
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "watchfloor-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("the data directory", () => {
  it("is made with what leads to it, for its owner only", async () => {
    const path = join(directory, "srv", "watchfloor");
    await Promise.all([makeDataDirectory(path), makeDataDirectory(path)]);
    expect((await stat(path)).mode & 0o077).toBe(0);
    await expect(makeDataDirectory(path)).resolves.toBeUndefined();
  });

  const users = [
    ["the directory itself", makeDataDirectory],
    ["the kept secret", keptAuthSecret],
    ["the database", (dataDir: string) => openDatabase({ url: null, dataDir, logger })],
  ] as const;

  it.each(users)("that cannot be made is told by its setting at once: %s", async (_what, use) => {
    // Where nobody can make a directory, and Node's own recursive mkdir never ends.
    const refusal = use("/proc/nope/data");
    await expect(refusal).rejects.toBeInstanceOf(SetupError);
    await expect(refusal).rejects.toThrow(/^WATCHFLOOR_DATA_DIR: /);
  });

  it.each(users)("that is a file is told by its setting: %s", async (_what, use) => {
    const file = join(directory, "file");
    await writeFile(file, "");
    await expect(use(file)).rejects.toThrow(/^WATCHFLOOR_DATA_DIR: .*another directory/);
    expect(await readdir(directory)).toEqual(["file"]);
  });
});

describe("an error of the data directory", () => {
  it.each(["EROFS", "EACCES", "EPERM"])("%s is a mistake of set-up, told with what to do", (code) => {
    const error = Object.assign(new Error(`${code}: no, open '/data/x'`), { code, path: "/data/x" });
    const mistake = dataDirectoryMistake(error, "/data");
    expect(mistake).toBeInstanceOf(SetupError);
    expect(String(mistake)).toMatch(/WATCHFLOOR_DATA_DIR: .*\/data.*may write to/);
  });

  it.each([
    ["of another kind", new TypeError("x is undefined")],
    ["of another place", Object.assign(new Error("no"), { code: "ENOENT", path: "/srv/migrations" })],
  ])("%s stays as it is", (_what, error) => {
    expect(dataDirectoryMistake(error, "/data")).toBe(error);
  });
});
