import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/e2e/chromium";
import { PRODUCT_ADDRESS } from "./tests/e2e/environment";
import { SIGNED_IN } from "./tests/e2e/signed-in";

const LOOKS = "accessibility*.spec.ts";
const TWO_PEOPLE = "two-people.spec.ts";
const afterPreparing = { dependencies: ["prepare"], use: { storageState: SIGNED_IN } };

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/chromium.setup.ts",
  // Passing at the second try is not passing.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: PRODUCT_ADDRESS,
    launchOptions: chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    // Recording costs a third of the time: `npm test -- browser NAME --trace on` for the one that failed.
    trace: "off",
    actionTimeout: 15_000,
  },
  // They begin in this order: two people wait for their cloud most of the time, so others run beside them, not before.
  projects: [
    { name: "prepare", testMatch: "prepare.setup.ts", timeout: 180_000 },
    { name: "looks", testMatch: LOOKS, ...afterPreparing },
    { name: "two people", testMatch: TWO_PEOPLE, ...afterPreparing },
    { name: "console", testIgnore: [LOOKS, TWO_PEOPLE], ...afterPreparing },
  ],
});
