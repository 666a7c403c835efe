import { afterAll, beforeAll, expect, test } from "vitest";
import { createRequestLimits } from "@/lib/server/http/request-limits";
import { callApi } from "../support/api-client";
import { expectProblem } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

const LIMITS = { person: 3, address: 60, stranger: 2 };
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ requestLimits: createRequestLimits(LIMITS) });
});
afterAll(() => server.close());

async function expectWait(answer: Response): Promise<void> {
  await expectProblem(answer, "rate-limited");
  const seconds = Number(answer.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
}

async function repeat(times: number, request: () => Promise<Response>): Promise<Set<number>> {
  const answers = await Promise.all(Array.from({ length: times }, request));
  return new Set(answers.map((answer) => answer.status));
}

test("a person who sends too much is told how long to wait, while others go on", async () => {
  const viewer = await server.signIn("viewer");
  expect(await repeat(LIMITS.person, () => viewer("/api/events"))).toEqual(new Set([200]));
  await expectWait(await viewer("/api/events"));
  const analyst = await server.signIn("analyst");
  expect((await analyst("/api/events")).status).toBe(200);
});

test("an address that sends too much is told how long to wait, while others go on", async () => {
  const from = (address: string) => callApi("/api/health", { headers: { "x-forwarded-for": address } });
  expect(await repeat(LIMITS.address, () => from("198.51.100.7"))).toEqual(new Set([200]));
  await expectWait(await from("198.51.100.7"));
  expect((await from("198.51.100.8")).status).toBe(200);
});

test("an address that tries tokens is told to wait, while people behind it go on", async () => {
  const admin = await server.signIn("admin");
  const guess = () => callApi("/api/events", { headers: { authorization: "Bearer wf_guess" } });
  expect(await repeat(LIMITS.stranger, guess)).toEqual(new Set([401]));
  await expectWait(await guess());
  expect((await admin("/api/session")).status).toBe(200);
});
