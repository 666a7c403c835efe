import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { callApi } from "../support/api-client";
import { expectProblem } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

const lineSchema = z.looseObject({ msg: z.string(), time: z.string() });

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
});
afterAll(() => server.close());

function refusals() {
  const lines = server.logText().trimEnd().split("\n");
  return lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ msg }) => msg === "request refused");
}

test("what somebody may not do is logged with who, from where, what and when", async () => {
  const viewer = await server.signIn("viewer");
  const headers = { "x-forwarded-for": "203.0.113.9", "content-type": "application/json" };
  const response = await viewer("/api/settings", { method: "PATCH", headers, body: "{}" });
  const { requestId } = await expectProblem(response, "forbidden");
  expect(refusals()).toContainEqual(
    expect.objectContaining({
      requestId,
      actor: "user-viewer",
      address: "203.0.113.9",
      method: "PATCH",
      path: "/api/settings",
      status: 403,
      time: expect.stringMatching(/Z$/),
    }),
  );
});

test("a wrong token is logged with its address, and never itself", async () => {
  const headers = { authorization: "Bearer wf_planted-token", "x-forwarded-for": "203.0.113.10" };
  await expectProblem(await callApi("/api/events", { headers }), "unauthenticated");
  expect(refusals()).toContainEqual(expect.objectContaining({ status: 401, address: "203.0.113.10" }));
  expect(server.logText()).not.toContain("planted-token");
});

test("no text of a caller begins a line of the log", async () => {
  const query = new URLSearchParams({ severity: 'red"\n{"level":60,"msg":"forged"}' });
  const viewer = await server.signIn("analyst");
  await expectProblem(await viewer(`/api/events?${query}`), "invalid-request");
  expect(refusals().at(-1)).toMatchObject({ status: 400, detail: expect.stringContaining("forged") });
});

test("an unexpected error is logged with its cause, and tells the caller its id and nothing else", async () => {
  const client = await server.signIn("admin");
  await server.deps.database.execute("ALTER TABLE saved_views RENAME TO planted_table");
  const problem = await expectProblem(await client("/api/views"), "internal");
  expect(JSON.stringify(problem)).not.toMatch(/saved_views|SELECT|at .*\.ts/i);
  const line = server
    .logText()
    .split("\n")
    .find((text) => text.includes(problem.requestId));
  expect(line).toContain("42P01");
  expect(line).toContain("saved_views");
});
