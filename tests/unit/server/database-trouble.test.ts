import { expect, it } from "vitest";
import { PROBLEMS } from "@/lib/api/problem";
import { toProblemError } from "@/lib/server/http/to-problem-error";

/** As drivers throw: the code stands in the error's cause. */
const withCode = (code: string, message = "of the driver") =>
  new Error("Failed query", { cause: Object.assign(new Error(message), { code }) });

it.each([
  ["a server that refuses connections", withCode("ECONNREFUSED"), "cannot be reached"],
  ["a server that shuts down", withCode("57P01"), "cannot be reached"],
  ["a server without free connections", withCode("53300"), "cannot be reached"],
  ["a host that no name server knows for now", withCode("EAI_AGAIN"), "cannot be reached"],
  ["a host that no route leads to", withCode("EHOSTUNREACH"), "cannot be reached"],
  ["a network that no route leads to", withCode("ENETUNREACH"), "cannot be reached"],
  ["a password that was changed", withCode("28P01"), "cannot be reached"],
  ["a user who may not come in any more", withCode("28000"), "cannot be reached"],
  ["a database that has another name now", withCode("3D000"), "cannot be reached"],
  [
    "a database that takes no connections",
    withCode("55000", 'database "watchfloor" is not currently accepting connections'),
    "cannot be reached",
  ],
  ["a connection that breaks", new Error("Connection terminated unexpectedly"), "cannot be reached"],
  [
    "a server that does not answer",
    new Error("timeout exceeded when trying to connect"),
    "cannot be reached",
  ],
  ["an embedded database that is closed", new Error("PGlite is closed"), "cannot be reached"],
  ["an embedded database that closes", new Error("PGlite is closing"), "cannot be reached"],
  [
    "a pool that has ended",
    new Error("Cannot use a pool after calling end on the pool"),
    "cannot be reached",
  ],
  ["a full disk of the server", withCode("53100"), "no room left"],
  ["a full disk of this machine", withCode("ENOSPC"), "no room left"],
  ["a server that another one took over from", withCode("25006"), "takes no changes"],
  ["a statement that took too long", withCode("57014"), "took too long"],
  ["a lock that was not free in time", withCode("55P03"), "took too long"],
])("%s is told as HTTP 503 with when to try again and what is wrong", (_what, error, words) => {
  const problem = toProblemError(error);
  expect(PROBLEMS[problem.code].status).toBe(503);
  expect(problem.facts.headers).toEqual({ "retry-after": "5" });
  expect(problem.detail).toContain(words);
  expect(problem.detail).not.toContain("Failed query");
});

it.each([
  ["a statement that the state of something else forbids", withCode("55000", "cannot lock rows in view")],
  ["a text that speaks of a database", new Error('"x" is not currently accepting connections')],
])("%s is no trouble of the database", (_what, error) => {
  expect(PROBLEMS[toProblemError(error).code].status).toBe(500);
});
