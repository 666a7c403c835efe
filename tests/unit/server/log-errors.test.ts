import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { createLogger } from "@/lib/server/log";

const SECRET = "SESSION=f6e39af5";

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  createLogger("warn", { write: (line) => void lines.push(line) }).warn({ err: error }, "It failed");
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
}

test("a failed statement is logged as the database's own error: neither its text nor its parameters", () => {
  const cause = Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
  const error = new DrizzleQueryError('insert into "event_records" values ($1)', [SECRET], cause);
  const line = logged(new Error("The page could not be stored", { cause: error }));
  expect(JSON.stringify(line)).not.toContain(SECRET);
  expect(JSON.stringify(line)).not.toContain("event_records");
  expect(line.err).toMatchObject({
    name: "Error",
    message: "The page could not be stored",
    cause: { message: "could not extend file: No space left on device", code: "53100" },
  });
});

test("a failed statement without a cause says no more than that", () => {
  expect(logged(new DrizzleQueryError("select $1", [SECRET])).err).toEqual({ name: "FailedQuery" });
});

test("a driver's own fields with the parameters stay out", () => {
  const error = Object.assign(new Error("duplicate key"), {
    params: [SECRET],
    query: "insert",
    detail: SECRET,
  });
  expect(JSON.stringify(logged(error))).not.toContain(SECRET);
});
