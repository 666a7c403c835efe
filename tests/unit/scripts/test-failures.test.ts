import { expect, test } from "vitest";
import { describeFailures, failuresOfPlaywright, failuresOfVitest } from "@/scripts/test-failures";

test("of a report of unit tests the failed ones are told, and a file that did not load", () => {
  const failures = failuresOfVitest({
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "adds", status: "passed", failureMessages: [] },
          { fullName: "divides", status: "failed", failureMessages: ["expected 2 to be 3"] },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
      { name: "c.test.ts", status: "passed", message: "", assertionResults: [] },
    ],
  });
  expect(failures).toEqual([
    { title: "a.test.ts › divides", message: "expected 2 to be 3" },
    { title: "b.test.ts", message: "Cannot find module" },
  ]);
});

test("of a report of browser tests the failed ones are told, however deep they are nested", () => {
  const spec = (title: string, ok: boolean, message: string) => ({
    title,
    file: "queue.spec.ts",
    ok,
    tests: [{ results: [{ errors: ok ? [] : [{ message }] }] }],
  });
  const report = {
    suites: [
      {
        specs: [spec("opens", true, "")],
        suites: [{ specs: [spec("moves", false, "Timed out")], suites: [] }],
      },
    ],
  };
  expect(failuresOfPlaywright(report)).toEqual([{ title: "queue.spec.ts › moves", message: "Timed out" }]);
});

test("no report is no failure of a test: the runner's exit code counts then", () => {
  expect(failuresOfVitest(null)).toEqual([]);
  expect(failuresOfPlaywright(null)).toEqual([]);
});

test("a long message is cut, each failure keeps its title", () => {
  const text = describeFailures([
    { title: "first", message: "x".repeat(5_000) },
    { title: "second", message: "short" },
  ]);
  expect(text).toContain("1) first\n");
  expect(text).toContain("2) second\nshort\n");
  expect(text.length).toBeLessThan(2_100);
});
