import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { eventHistorySchema, eventResponseSchema } from "@/lib/api/event-detail";
import { eventListSchema } from "@/lib/api/event-list";
import { cloudOperations } from "@/lib/server/db/schema/cloud-operations";
import { callApi, type signedInClient } from "../support/api-client";
import { PLANTED } from "../support/cloud-connections";
import { expectProblem } from "../support/problem";
import { readIntoIndex } from "../support/read-into-index";
import { seedAnswers } from "../support/seed-answers";
import { type Answerer, type StubCloud, startStubCloud } from "../support/stub-cloud";
import { stubConnections, unlimited } from "../support/stub-connections";
import { startTestServer, type TestServer } from "../support/test-server";

let cloud: StubCloud;
let server: TestServer;
let client: Awaited<ReturnType<typeof signedInClient>>;

beforeAll(async () => {
  cloud = await startStubCloud(seedAnswers());
  server = await startTestServer({
    connections: stubConnections(cloud.endpoint),
    cloudClient: {
      budgets: unlimited,
      sleep: async (_ms, signal) => signal.throwIfAborted(),
      timeoutMs: 300,
    },
  });
  client = await server.signIn("viewer");
  await readIntoIndex(server.deps);
});
beforeEach(async () => {
  cloud.answer(seedAnswers());
  await server.deps.database.delete(cloudOperations);
});
afterAll(async () => {
  await server.close();
  await cloud.close();
});

async function idOf(source: string): Promise<string> {
  const { items } = eventListSchema.parse(await (await client(`/api/events?source=${source}`)).json());
  return items[0]?.id ?? "";
}

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answerer =>
  () => ({ status, body: JSON.stringify(body), headers });

const FAILURES: readonly (readonly [what: string, answerer: Answerer])[] = [
  ["answers 500", json(500, { Code: "InternalError", Message: "no", RequestId: "R-1" })],
  [
    "answers HTML",
    () => ({ status: 200, body: "<html>gateway</html>", headers: { "content-type": "text/html" } }),
  ],
  ["answers truncated JSON", () => ({ body: '{"Data": [{"EventId": "c8' })],
  ["throttles", json(400, { Code: "Throttling.User", Message: "slow down", RequestId: "R-2" })],
  ["refuses the key", json(403, { Code: "NoPermission", Message: "no", RequestId: "R-3" })],
  ["never answers", () => null],
];

describe.each(FAILURES)("when the cloud %s", (_what, answerer) => {
  beforeEach(() => cloud.answer(answerer));

  test("the detail comes from the index and says what is missing and why", async () => {
    const response = await client(`/api/events/${await idOf("waf-threat")}`);
    const { event, detail } = eventResponseSchema.parse(await response.json());
    expect(event.source).toBe("waf-threat");
    expect(detail.live.length).toBeGreaterThan(0);
    for (const facet of detail.live) {
      expect(facet).toMatchObject({
        state: "unavailable",
        value: null,
        reason: expect.stringMatching(/\w{3}/),
      });
    }
  });

  test("the history is the cloud's last answer, marked as a copy with the reason", async () => {
    const id = await idOf("waf-api-security");
    cloud.answer(seedAnswers());
    expect(await history(id)).toMatchObject({ cloud: { state: "live", reason: null } });
    cloud.answer(answerer);
    expect(await history(id)).toMatchObject({
      items: [{ note: "Procesed" }],
      cloud: { state: "cached", readAt: expect.any(String), reason: expect.stringMatching(/\w{3}/) },
    });
  });

  test("a history that was never read is told as missing, not as empty", async () => {
    expect(await history(await idOf("waf-api-security"))).toMatchObject({
      items: [],
      cloud: { state: "unavailable", reason: expect.stringMatching(/\w{3}/) },
    });
  });

  test("the server stays ready", async () => {
    expect((await callApi("/api/health")).status).toBe(200);
  });
});

async function history(id: string) {
  return eventHistorySchema.parse(await (await client(`/api/events/${id}/history`)).json());
}

describe("the live proxy", () => {
  const path = "/api/cloud/test-waf/DescribeApisecEvents";

  test.each([
    [
      "cloud-refused",
      json(403, { Code: "NoPermission", Message: "denied", RequestId: "R-9" }),
      "NoPermission",
    ],
    ["cloud-throttled", json(503, { Code: "Throttling", Message: "slow", RequestId: "R-9" }), "Throttling"],
    [
      "cloud-unavailable",
      json(500, { Code: "InternalError", Message: "no", RequestId: "R-9" }),
      "InternalError",
    ],
  ] as const)("tells %s with the cloud's own code and request id", async (code, answerer, cloudCode) => {
    cloud.answer(answerer);
    const problem = await expectProblem(await client(path), code);
    expect(problem.cloud).toMatchObject({ code: cloudCode, requestId: "R-9" });
  });

  test("tells a cloud that does not answer", async () => {
    cloud.answer(() => null);
    await expectProblem(await client(path), "cloud-timeout");
  });

  test("takes a parameter that the connection knows, if it says the same", async () => {
    expect((await client(`${path}?InstanceId=waf_v2_public_cn-test001`)).status).toBe(200);
  });

  test("ends the cloud's call when the caller goes away", async () => {
    const caller = new AbortController();
    const before = cloud.calls.length;
    cloud.answer(() => null);
    const response = client(path, { signal: caller.signal });
    await vi.waitFor(() => expect(cloud.calls.length).toBeGreaterThan(before));
    caller.abort();
    await expect(cloud.calls.at(-1)?.abandoned).resolves.toBeUndefined();
    expect((await response).ok).toBe(false);
  });
});

test("no credential, token or signature reaches an answer or the log, whatever the cloud repeats", async () => {
  cloud.answer(({ headers, operation }) => ({
    status: 400,
    body: JSON.stringify({
      Code: "SignatureDoesNotMatch",
      Message: `${operation}: ${JSON.stringify(headers)}`,
      RequestId: "R-5",
    }),
  }));
  const paths = [
    "/api/events",
    "/api/sources",
    "/api/health",
    "/api/session",
    "/api/auth/session",
    `/api/events/${await idOf("waf-threat")}`,
    `/api/events/${await idOf("waf-api-security")}/history`,
    "/api/cloud/test-waf/DescribeApisecEvents",
    "/api/cloud/test-firewall/DescribeRiskEventStatistic?StartTime=1&EndTime=2",
    "/api/cloud/test-hss/ListRaspEvents",
  ];
  const answers = await Promise.all(
    paths.map(async (path) => {
      const response = await client(path);
      return `${JSON.stringify([...response.headers])} ${await response.text()}`;
    }),
  );
  const signatures = cloud.calls
    .map(({ headers }) => /Signature=(\w+)/.exec(headers.authorization ?? "")?.[1])
    .filter((signature) => signature !== undefined);
  expect(signatures.length).toBeGreaterThan(0);
  const secrets = [...Object.values(PLANTED), ...signatures, server.admin.password, "$argon2id$"];
  const leaked = secrets.filter(
    (secret) => answers.join().includes(secret) || server.logText().includes(secret),
  );
  expect(leaked).toEqual([]);
});
