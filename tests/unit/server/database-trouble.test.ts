import { expect, it } from "vitest";
import { PROBLEMS } from "@/lib/api/problem";
import { toProblemError } from "@/lib/server/http/to-problem-error";

/** As drivers throw: the code stands in the error's cause. */
const withCode = (code: string) =>
  new Error("Failed query", { cause: Object.assign(new Error("of the driver"), { code }) });

it.each([
  ["a server that refuses connections", withCode("ECONNREFUSED"), "cannot be reached"],
  ["a server that shuts down", withCode("57P01"), "cannot be reached"],
  ["a server without free connections", withCode("53300"), "cannot be reached"],
  ["a connection that breaks", new Error("Connection terminated unexpectedly"), "cannot be reached"],
  [
    "a server that does not answer",
    new Error("timeout exceeded when trying to connect"),
    "cannot be reached",
  ],
  ["a full disk of the server", withCode("53100"), "no room left"],
  ["a full disk of this machine", withCode("ENOSPC"), "no room left"],
  ["a statement that took too long", withCode("57014"), "took too long"],
  ["a lock that was not free in time", withCode("55P03"), "took too long"],
])("%s is told as HTTP 503 with when to try again and what is wrong", (_what, error, words) => {
  const problem = toProblemError(error);
  expect(PROBLEMS[problem.code].status).toBe(503);
  expect(problem.facts.headers).toEqual({ "retry-after": "5" });
  expect(problem.detail).toContain(words);
  expect(problem.detail).not.toContain("Failed query");
});
