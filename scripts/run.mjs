// Plain JavaScript, because it runs before anything is installed: installs what the lock file asks for,
// then runs the TypeScript command named on the command line (scripts/<command>.ts).
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function requireNode(major, minor) {
  const [currentMajor = 0, currentMinor = 0] = process.versions.node.split(".").map(Number);
  if (currentMajor > major || (currentMajor === major && currentMinor >= minor)) return;
  console.error(`Watchfloor needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm leaves a copy of the lock file behind when it has installed it. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs
  );
}

function install() {
  console.log("Installing dependencies (first start, or the lock file has changed) ...");
  const windows = process.platform === "win32";
  const result = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--include=dev"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
  });
  if (result.status !== 0) {
    console.error("Dependencies could not be installed; see npm's message above.");
    process.exit(result.status ?? 1);
  }
}

requireNode(20, 19);
if (!isInstalled()) install();

const [, , command = "start"] = process.argv;
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(join(root, "scripts", `${command}.ts`)).href);
