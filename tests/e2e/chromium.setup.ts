import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { findChromium } from "./chromium";

/** Installs Playwright's Chromium where there is none. */
export default function installChromium(): void {
  if (findChromium() !== null) return;
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  execFileSync(process.execPath, [cli, "install", "--with-deps", "chromium"], { stdio: "inherit" });
}
