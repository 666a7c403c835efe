import { expect, it, vi } from "vitest";

/** The class as another bundle of the process has it. */
async function anotherCopy<Module>(load: () => Promise<Module>): Promise<Module> {
  vi.resetModules();
  return load();
}

const loadCloudError = () => import("@/lib/server/clouds/cloud-error");
const loadProblem = () => import("@/lib/server/http/problem-error");
const loadAnswer = () => import("@/lib/server/http/to-problem-error");

it("a cloud's refusal that another bundle threw is answered as one", async () => {
  const { CloudError } = await loadCloudError();
  const facts = { operation: "DescribeThreatEventDetail", code: "InvalidEventId", httpStatus: 400 };
  const error = new CloudError("invalid", "There is no such event.", facts);
  const { toProblemError } = await anotherCopy(loadAnswer);
  expect(toProblemError(error)).toMatchObject({
    code: "cloud-refused",
    facts: { cloud: { code: "InvalidEventId" } },
  });
});

it("an unreachable cloud is not taken for the database, whichever bundle threw", async () => {
  const { CloudError } = await loadCloudError();
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const error = new CloudError(
    "network",
    "It cannot be reached.",
    { operation: "DescribeApisecRules" },
    { cause },
  );
  const { toProblemError } = await anotherCopy(loadAnswer);
  expect(toProblemError(error).code).toBe("cloud-unavailable");
});

it("a problem that another bundle threw keeps its code and its headers", async () => {
  const { ProblemError } = await loadProblem();
  const error = new ProblemError("rate-limited", "Too many.", { headers: { "retry-after": "60" } });
  const { toProblemError } = await anotherCopy(loadAnswer);
  expect(toProblemError(error)).toBe(error);
});

it("other errors are none of ours", async () => {
  const [{ CloudError }, { ProblemError }] = [await loadCloudError(), await loadProblem()];
  for (const value of [new Error("any"), new TypeError("any"), { name: "CloudError" }, null, "CloudError"]) {
    expect(value instanceof CloudError).toBe(false);
    expect(value instanceof ProblemError).toBe(false);
  }
});
