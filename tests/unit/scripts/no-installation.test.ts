import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { childEnvironment } from "@/lib/server/env";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const nowhere = join(tmpdir(), "watchfloor-no-such-directory");

it.each(["export-data", "verify-activity"])(
  "%s of a directory without a database fails, says so and makes none",
  (command) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "scripts", "run.mjs"), command, join(nowhere, "file.gz")],
      {
        cwd: root,
        encoding: "utf8",
        env: childEnvironment({ DATABASE_URL: "", WATCHFLOOR_DATA_DIR: nowhere }),
      },
    );
    expect(status).toBe(1);
    expect(stderr).toContain("WATCHFLOOR_DATA_DIR: There is no database");
    expect(existsSync(nowhere)).toBe(false);
  },
  30_000,
);
