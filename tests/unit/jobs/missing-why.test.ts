import { expect, test } from "vitest";
import { missingWhy } from "@/components/jobs/missing-why";
import { ApiError } from "@/lib/api/fetch-json";
import type { Problem } from "@/lib/api/problem";

function refusal(...fields: readonly string[]): ApiError {
  const problem: Problem = {
    type: "urn:watchfloor:problem:invalid-request",
    title: "The request is not valid",
    status: 400,
    detail: "",
    code: "invalid-request",
    requestId: "request-1",
    errors: fields.map((field) => ({ field, message: "Write one." })),
  };
  return new ApiError("The request is not valid", problem, 400);
}

test.each([
  [["note"], { note: true, reason: false }],
  [["note", "reason"], { note: true, reason: true }],
  [["only"], null],
  [[], null],
] as const)("of a refusal that names %j a person is asked for %j", (fields, asked) =>
  expect(missingWhy(refusal(...fields))).toEqual(asked),
);

test("a failure that is no refusal asks for nothing", () =>
  expect(missingWhy(new Error("The server cannot be reached."))).toBeNull());
