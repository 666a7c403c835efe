import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, it } from "vitest";
import { SetupError } from "@/lib/server/config/setup-error";
import { postgresMistake } from "@/lib/server/db/postgres-mistake";
import { startProblem } from "@/lib/server/start-problem";

const URL_OF_DATABASE = "postgres://mallory:planted@db.example.com/watchfloor?sslmode=verify-full";
const withCode = (code: string, message = "of the driver", more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });
const failedStatement = (cause: Error) => new DrizzleQueryError("SELECT $1", ["planted"], cause);
const problemOf = (error: unknown, url = URL_OF_DATABASE) => startProblem(postgresMistake(error, url));

it.each([
  [
    "a wrong password",
    withCode("28P01", 'password authentication failed for user "mallory"'),
    "the password",
  ],
  ["a user who may not come in", withCode("28000", 'no entry for user "mallory"'), "pg_hba.conf"],
  ["a missing database", withCode("3D000", 'database "watchfloor" does not exist'), "Create it"],
  ["a user without rights", failedStatement(withCode("42501")), "owner"],
  ["a server without TLS", new Error("The server does not support SSL connections"), "sslmode"],
  ["an untrusted certificate", withCode("SELF_SIGNED_CERT_IN_CHAIN"), "sslrootcert"],
  ["a certificate of another host", withCode("ERR_TLS_CERT_ALTNAME_INVALID"), "certificate"],
  ["a wrongly written password", new URIError("URI malformed"), "%25"],
])("%s is told in one line that names the setting and the mend, without a secret", (_what, error, words) => {
  const problem = problemOf(error);
  expect(problem).toMatch(/^DATABASE_URL: /);
  expect(problem).toContain(words);
  expect(problem).not.toMatch(/planted|mallory|\n/);
});

it.each([
  ["that is missing", { path: "/etc/ca.pem" }, "/etc/ca.pem"],
  ["that is a directory", {}, "/etc/ca.pem"],
])("an sslrootcert %s is told with its path", (_what, more, path) => {
  const error = withCode("ENOENT", "ENOENT: no such file", { syscall: "open", ...more });
  expect(problemOf(error, `${URL_OF_DATABASE}&sslrootcert=/etc/ca.pem`)).toMatch(
    new RegExp(`^DATABASE_URL: the file of sslrootcert, ${path}, cannot be read \\(ENOENT\\)\\. `),
  );
});

it("a database that cannot be reached is told with the setting, also where the driver has no words for it", () => {
  const both = Object.assign(new AggregateError([withCode("ECONNREFUSED")], ""), { code: "ECONNREFUSED" });
  expect(problemOf(both)).toBe(
    "Watchfloor did not start: The database cannot be reached. Try again in a moment. Check DATABASE_URL, or the database itself. (ECONNREFUSED)",
  );
});

it("a mistake of set-up is told as it is", () => {
  expect(startProblem(new SetupError("PORT is wrong."))).toBe("PORT is wrong.");
});

it("what nobody expected keeps its stack and its cause, without the parameters of a statement", () => {
  const bug = new TypeError("x is undefined", { cause: failedStatement(withCode("42703", "no column")) });
  const problem = problemOf(bug);
  expect(problem).toContain("TypeError: x is undefined\n    at ");
  expect(problem).toContain("no column");
  expect(problem).not.toContain("planted");
  expect(startProblem("a text")).toBe("a text");
});
