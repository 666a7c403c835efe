import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callApi, type signedInClient } from "../support/api-client";
import { expectProblem, fieldsOf } from "../support/problem";
import { type StubCloud, startStubCloud } from "../support/stub-cloud";
import { stubConnections } from "../support/stub-connections";
import { startTestServer, type TestServer } from "../support/test-server";

let cloud: StubCloud;
let server: TestServer;
let client: Awaited<ReturnType<typeof signedInClient>>;

beforeAll(async () => {
  cloud = await startStubCloud(() => ({ body: "{}" }));
  server = await startTestServer({ connections: stubConnections(cloud.endpoint) });
  client = await server.signIn("viewer");
});
afterAll(async () => {
  await server.close();
  await cloud.close();
});

const FILTERED = ["/api/events", "/api/events/facets", "/api/events/timeline"];
const BAD_FILTERS: readonly (readonly [query: string, field: string])[] = [
  ["colour=red", "colour"],
  ["severity=catastrophic", "severity"],
  ["status=open", "status"],
  ["source=-splunk", "source"],
  ["outcome=lost", "outcome"],
  ["from=yesterday", "from"],
  ["to=2026-01-31T08:00:00", "to"],
  ["from=2026-02-01&to=2026-01-01", "from"],
  ["from=-1h&to=-24h", "from"],
  ["q=a&q=b", "q"],
  [`q=${"x".repeat(501)}`, "q"],
  ["q=%00", "q"],
  ["attacker=%00", "attacker"],
];

describe.each(FILTERED)("%s", (path) => {
  test.each(BAD_FILTERS)("refuses ?%s and names %s", async (query, field) => {
    const problem = await expectProblem(await client(`${path}?${query}`), "invalid-request");
    expect(fieldsOf(problem)).toContain(field);
  });
});

test.each<[path: string, field: string]>([
  ["/api/events?limit=0", "limit"],
  ["/api/events?limit=1000000000", "limit"],
  ["/api/events?limit=-1", "limit"],
  ["/api/events?limit=ten", "limit"],
  ["/api/events?limit=1e2", "limit"],
  ["/api/events?sort=age", "sort"],
  ["/api/events?measure=attacks", "measure"],
  ["/api/events/facets?limit=10", "limit"],
  ["/api/activity?limit=1e2", "limit"],
  ["/api/jobs?limit=0x10", "limit"],
  ["/api/events/facets?fields=colour", "fields"],
  ["/api/events/facets?fields=severity,", "fields"],
  ["/api/events/facets?top=0", "top"],
  ["/api/events/facets?top=1001", "top"],
  ["/api/events/facets?facetQuery=%00", "facetQuery"],
  [`/api/events/facets?facetQuery=${"x".repeat(201)}`, "facetQuery"],
  ["/api/events/facets?facetQuery=a&facetQuery=b", "facetQuery"],
  ["/api/events/changes", "since"],
  ["/api/events/changes?since=yesterday", "since"],
  ["/api/events/changes?since=5:4:", "since"],
  ["/api/events/changes?since=1:9:5,3", "since"],
  ["/api/events/changes?since=1:1:&severity=severe", "severity"],
  ["/api/events/rows", "ids"],
  ["/api/events/rows?ids=,,", "ids"],
  [`/api/events/rows?ids=${[...Array(101).keys()].join()}`, "ids"],
  ["/api/events/stream?severity=high", "severity"],
  ["/api/events/timeline?measure=money", "measure"],
  ["/api/events/timeline?measure=events&measure=attacks", "measure"],
  ["/api/events/some-id?live=maybe", "live"],
  ["/api/events/some-id?live=true&live=false", "live"],
  ["/api/events/some-id/history?verbose=1", "verbose"],
  ["/api/sources?all=1", "all"],
  ["/api/session?x=1", "x"],
  ["/api/health?deep=1", "deep"],
  ["/api/openapi.json?version=2", "version"],
  ["/api/cloud/test-waf/DescribeApisecEvents?PageSize=0", "PageSize"],
  ["/api/cloud/test-waf/DescribeApisecEvents?PageSize=1000000000", "PageSize"],
  ["/api/cloud/test-waf/DescribeApisecEvents?Colour=red", "Colour"],
  ["/api/cloud/test-waf/DescribeApisecEvents?InstanceId=somebody-elses", "InstanceId"],
  ["/api/cloud/test-firewall/DescribeRiskEventGroup?PageSize=11", "PageSize"],
  ["/api/cloud/test-hss/ListRaspEvents?limit=5", "limit"],
  ["/api/cloud/test-hss/ListRaspEvents?project_id=another", "project_id"],
])("%.80s is refused, naming %s", async (path, field) => {
  const problem = await expectProblem(await client(path), "invalid-request");
  expect(fieldsOf(problem)).toContain(field);
  expect(problem.detail).toContain(field);
});

test.each(["nonsense", "AAAA.BBBB", "%00", `${"A".repeat(4000)}.x`])(
  "the cursor %s is refused by name",
  async (cursor) => {
    const problem = await expectProblem(await client(`/api/events?cursor=${cursor}`), "invalid-cursor");
    expect(fieldsOf(problem)).toEqual(["cursor"]);
  },
);

test("every wrong parameter is named at once", async () => {
  const response = await client("/api/events?severity=red&limit=0&from=x&colour=1");
  const problem = await expectProblem(response, "invalid-request");
  expect(fieldsOf(problem).sort()).toEqual(["colour", "from", "limit", "severity"]);
});

test.each([
  "/api/events/does-not-exist",
  "/api/events/does-not-exist/history",
  "/api/nothing/here",
  "/api/cloud/nowhere/DescribeApisecEvents",
  "/api/cloud/test-waf/DescribeEverything",
  "/api/cloud/test-waf/ListRaspEvents",
  "/api/auth/_log",
  "/api/auth/constructor",
  "/api/auth/callback/github",
  "/api/auth/session/more",
])("%s is not found", async (path) => {
  await expectProblem(await client(path), "not-found");
});

test.each(["POST", "PUT", "PATCH", "DELETE"])(
  "%s on a path that only reads is told what is allowed",
  async (method) => {
    const response = await client("/api/events", { method, body: "{" });
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(fieldsOf(await expectProblem(response, "method-not-allowed"))).toEqual(["method"]);
  },
);

test("OPTIONS tells the methods, and nothing to other origins", async () => {
  const response = await callApi("/api/events", { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("HEAD answers like GET, without a body", async () => {
  const response = await client("/api/session", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

describe("a body", () => {
  const post = (body: string, type = "application/json") =>
    callApi("/api/auth/callback/credentials", { method: "POST", headers: { "content-type": type }, body });

  test.each([
    ['{"username": }', "line 1, column 14"],
    ['{\n  "username": "a",\n  oops\n}', "line 3, column 3"],
    ["", "line 1, column 1"],
  ])("that is no JSON (%s) is refused, naming the place", async (body, place) => {
    const problem = await expectProblem(await post(body), "invalid-request");
    expect(problem.errors).toEqual([{ field: "body", message: expect.stringContaining(place) }]);
  });

  test("of another type is refused", async () => {
    await expectProblem(await post("<xml/>", "text/xml"), "unsupported-media-type");
  });

  test("that is too large is refused", async () => {
    await expectProblem(await post(`{"username":"${"x".repeat(20_000)}"}`), "payload-too-large");
  });
});

test("a write is not passed through to a cloud", async () => {
  const path = "/api/cloud/test-waf/ModifyApisecEvents?EventIds=a&UserStatus=ignored";
  const problem = await expectProblem(await client(path), "forbidden");
  expect(problem.detail).toContain("only reads");
  expect(cloud.calls.map((call) => call.operation)).not.toContain("ModifyApisecEvents");
});
