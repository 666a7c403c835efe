import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import { WANTED_CHROMIUM } from "./environment";

/** Where distributions put it. */
const SYSTEM_CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * What Playwright switches off, as far as it concerns pages, because Chromium takes the last such list alone; and the two
 * pages that Chromium makes for its own address bar in every window, which nobody sees here: a tenth of a test's time.
 */
const WITHOUT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** Keep the browser from anything that a test does not ask for. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${WITHOUT.join(",")}`,
];

/** The Chromium to test with: the one asked for, the system's, Playwright's own; `null` if there is none. */
export function findChromium(): string | null {
  const candidates = [...SYSTEM_CHROMIUM, chromium.executablePath()];
  return WANTED_CHROMIUM ?? candidates.find((path) => existsSync(path)) ?? null;
}

/** How to start it. Chromium's sandbox refuses to run as root. */
export function chromiumLaunchOptions(): LaunchOptions {
  const executablePath = findChromium();
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...QUIET] : QUIET;
  return executablePath === null ? { args } : { args, executablePath };
}
