import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that the build reads. A change in any of it makes the build out of date. */
const INPUTS = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "scripts/precompressed-static.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function digestOfInputs(root: string): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    for (const file of filesUnder(join(root, input))) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** The standalone server serves its own folder only: the browser's files have to be laid beside it. */
function completeStandalone(root: string): void {
  const standalone = join(root, ".next", "standalone");
  cpSync(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  // A clone has no folder of public files while there are none to keep.
  const publicFiles = join(root, "public");
  if (existsSync(publicFiles)) cpSync(publicFiles, join(standalone, "public"), { recursive: true });
}

/**
 * Next copies the variables of the moment along, secrets among them. The server would take from there whatever has been
 * removed from `.env` since.
 */
function removeEnvFiles(root: string): void {
  for (const name of [".env", ".env.production"]) {
    rmSync(join(root, ".next", "standalone", name), { force: true });
  }
}

/**
 * Builds the application unless the last build is of the same inputs.
 * @returns the path of the standalone server's entry file.
 * @throws Error when the build fails; the reason has been printed by then.
 */
export function buildIfNeeded(root: string, options: { quiet?: boolean } = {}): string {
  const entry = join(root, ".next", "standalone", "server.js");
  const stamp = join(root, ".next", "watchfloor-inputs");
  const digest = digestOfInputs(root);
  if (existsSync(entry) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    // Builds of earlier versions have them.
    removeEnvFiles(root);
    return entry;
  }
  console.log("Building (first start, or the sources have changed) ...");
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const result = spawnSync(process.execPath, [next, "build"], {
    cwd: root,
    stdio: ["ignore", options.quiet ? "ignore" : "inherit", "inherit"],
  });
  if (result.status !== 0) throw new Error("The build failed; see the message above.");
  removeEnvFiles(root);
  completeStandalone(root);
  writeFileSync(stamp, digest);
  return entry;
}
