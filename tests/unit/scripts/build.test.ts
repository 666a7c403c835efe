import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildIfNeeded } from "@/scripts/build";

const OF_NOTHING = createHash("sha256").digest("hex");

test("what is built holds no variables: those that .env has lost since would still count", async () => {
  const root = await mkdtemp(join(tmpdir(), "watchfloor-built-"));
  const standalone = join(root, ".next", "standalone");
  try {
    await mkdir(standalone, { recursive: true });
    await writeFile(join(root, ".next", "watchfloor-inputs"), OF_NOTHING);
    for (const name of ["server.js", ".env", ".env.production"]) await writeFile(join(standalone, name), "");
    expect(buildIfNeeded(root)).toBe(join(standalone, "server.js"));
    expect(await readdir(standalone)).toEqual(["server.js"]);
  } finally {
    await rm(root, { recursive: true });
  }
});
