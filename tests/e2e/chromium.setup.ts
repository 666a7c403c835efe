import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { findChromium } from "./chromium";

const succeeds = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: "inherit" }).status === 0;

function installPlaywrightChromium(): boolean {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  return succeeds(process.execPath, [cli, "install", "--with-deps", "chromium"]);
}

/** For machines that reach their distribution's packages, but not Playwright's downloads. */
function installDistributionChromium(): boolean {
  return succeeds("apt-get", ["update"]) && succeeds("apt-get", ["install", "-y", "chromium"]);
}

/** Installs a Chromium where there is none. @throws Error when neither way works. */
export default function installChromium(): void {
  if (findChromium() !== null) return;
  if (installPlaywrightChromium() || installDistributionChromium()) return;
  throw new Error(
    "The browser tests need a Chromium, and none could be installed. Install one, or give its path in PLAYWRIGHT_CHROMIUM.",
  );
}
