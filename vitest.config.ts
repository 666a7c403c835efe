import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One worker fewer than there are processors is the default: half of a small machine would stand idle.
    maxWorkers: "100%",
    // A worker keeps the modules that it has loaded from file to file: loading them took a third of the time. So whatever
    // a test replaces for all (timers, globals), it puts back.
    isolate: false,
    // Two groups, because only the second one needs a PostgreSQL server.
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["tests/{unit,contract}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/pglite.setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/{database,api}/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.setup.ts", "tests/support/pglite.setup.ts"],
        },
      },
    ],
  },
});
