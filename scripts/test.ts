import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./command";
import { withProduct } from "./product";
import { describeFailures, failuresOfPlaywright, failuresOfVitest, type TestFailure } from "./test-failures";

type Count = { readonly passed: number; readonly failed: number };
const failures: TestFailure[] = [];

/**
 * `npm test` runs everything. `npm test -- checks`, `unit` or `browser` runs one part; what follows goes to its
 * runner: `npm test -- browser queue.spec.ts --trace on`.
 */
const [, , , part, ...rest] = process.argv;
const PARTS = ["checks", "unit", "browser"];
if (part !== undefined && !PARTS.includes(part)) {
  console.error(`"${part}" is no part of the tests. Use one of: ${PARTS.join(", ")}.`);
  process.exit(2);
}
const runs = (name: string) => part === undefined || part === name;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), "watchfloor-test-"));
const bin = (...path: string[]) => join(root, "node_modules", ...path);

/** Checks without tests of their own; each counts as one. */
const CHECKS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["types", [bin("typescript", "bin", "tsc"), "-p", join(root, "tsconfig.check.json")]],
  ["lint and format", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", root]],
  [
    "import rules",
    [
      bin("dependency-cruiser", "bin", "dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      "app",
      "components",
      "lib",
      "scripts",
      "tests",
    ],
  ],
  ["unused code and dependencies", [bin("knip", "bin", "knip.js")]],
];

async function check(name: string, args: readonly string[]): Promise<Count> {
  console.log(`\n== ${name}`);
  const ok = (await runNode(args, { cwd: root })) === 0;
  console.log(`${ok ? "ok" : "FAILED"}: ${name}`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner that leaves no report has failed, whatever its exit code says. */
function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function numberAt(report: unknown, ...path: string[]): number {
  let value: unknown = report;
  for (const key of path)
    value = value !== null && typeof value === "object" ? Reflect.get(value, key) : null;
  return typeof value === "number" ? value : 0;
}

/** A file that does not even load has no failed test, but the run has failed. */
function count(passed: number, failed: number, exitCode: number): Count {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

async function runVitest(): Promise<Count> {
  console.log("\n== unit, contract, database and API tests");
  const file = join(reports, "vitest.json");
  const exitCode = await runNode(
    [
      bin("vitest", "vitest.mjs"),
      "run",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile=${file}`,
      ...rest,
    ],
    { cwd: root },
  );
  const report = readReport(file);
  failures.push(...failuresOfVitest(report));
  return count(numberAt(report, "numPassedTests"), numberAt(report, "numFailedTests"), exitCode);
}

async function runBrowserTests(): Promise<Count> {
  console.log("\n== browser tests, against the product as `npm start` runs it");
  const file = join(reports, "playwright.json");
  const exitCode = await withProduct(root, ({ address, adminPassword, dataDirectory }) =>
    runNode([bin("@playwright", "test", "cli.js"), "test", "--reporter=line,json", ...rest], {
      cwd: root,
      env: {
        WATCHFLOOR_URL: address,
        WATCHFLOOR_ADMIN_PASSWORD: adminPassword,
        WATCHFLOOR_DATA_DIR: dataDirectory,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    }),
  );
  const report = readReport(file);
  failures.push(...failuresOfPlaywright(report));
  const passed = numberAt(report, "stats", "expected");
  const failed = numberAt(report, "stats", "unexpected") + numberAt(report, "stats", "flaky");
  return count(passed, failed, exitCode);
}

const counts: Count[] = [];
if (runs("checks")) for (const [name, args] of CHECKS) counts.push(await check(name, args));
if (runs("unit")) counts.push(await runVitest());
if (runs("browser")) {
  try {
    counts.push(await runBrowserTests());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.push({ passed: 0, failed: 1 });
  }
}
rmSync(reports, { recursive: true, force: true });

if (failures.length > 0) console.log(`\n== what failed\n\n${describeFailures(failures)}`);
const sum = (key: keyof Count) => counts.reduce((total, entry) => total + entry[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
