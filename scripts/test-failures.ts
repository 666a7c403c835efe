import { z } from "zod";

/** A test that failed: its full title with its file, and what its runner said. */
export type TestFailure = { readonly title: string; readonly message: string };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(""),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** The failed tests of a report of Vitest's `json` reporter; a file that did not load counts as one. */
export function failuresOfVitest(report: unknown): TestFailure[] {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return [];
  return parsed.data.testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [{ title: name, message }] : [];
    return failed.map((test) => ({
      title: `${name} › ${test.fullName}`,
      message: (test.failureMessages ?? []).join("\n"),
    }));
  });
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([]);
  },
});
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

function failuresOfSuite(suite: PlaywrightSuite): TestFailure[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map(({ file, title, tests }) => ({
      title: `${file} › ${title}`,
      message: tests
        .flatMap((test) =>
          test.results.flatMap((result) => result.errors.map((error) => error.message ?? "")),
        )
        .join("\n"),
    }));
  return [...own, ...suite.suites.flatMap(failuresOfSuite)];
}

/** The failed tests of a report of Playwright's `json` reporter. */
export function failuresOfPlaywright(report: unknown): TestFailure[] {
  const parsed = playwrightSuite.safeParse(report);
  return parsed.success ? failuresOfSuite(parsed.data) : [];
}

/** Characters of a message that are worth repeating; the whole stands where the test ran. */
const MESSAGE_LIMIT = 2_000;

/** The failures once more, for whoever sees only the end of a long output. Empty when there are none. */
export function describeFailures(failures: readonly TestFailure[]): string {
  return failures
    .map(({ title, message }, index) => `${index + 1}) ${title}\n${message.slice(0, MESSAGE_LIMIT)}\n`)
    .join("\n");
}
