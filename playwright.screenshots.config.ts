import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** Takes the README's pictures (`npm run screenshots`): the same browser, nothing is tested. */
export default defineConfig({
  ...base,
  testDir: "tests",
  projects: [
    { name: "prepare", testMatch: "e2e/prepare.setup.ts", timeout: 180_000 },
    { name: "screenshots", testMatch: "screenshots/*.pictures.ts", dependencies: ["prepare"] },
  ],
});
