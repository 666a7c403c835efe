import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@/lib/api/role";
import { ALL_ROUTES } from "@/lib/server/http/routes/all-routes";
import { type ApiRequest, callApi } from "../support/api-client";
import { type Client, createCallers, withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { ROUTE_ACCESS } from "../support/route-access";
import { routeFiles } from "../support/route-files";
import { startTestServer, type TestServer } from "../support/test-server";

let server: TestServer;
let callers: Awaited<ReturnType<typeof createCallers>>;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  callers = await createCallers(server);
});
afterAll(() => server.close());

const LISTED = Object.keys(ROUTE_ACCESS);

test("every declared route is listed", () => {
  const declared = ALL_ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(LISTED.filter((name) => !name.includes("[...")).sort()).toEqual(declared.sort());
});

test("every route file of the API is listed", () => {
  const paths = new Set(LISTED.map((name) => name.split(" ")[1]));
  const files = routeFiles().map(({ segments }) =>
    `/api/${segments.join("/")}`.replace(/\[([^\].]+)\]/g, "{$1}"),
  );
  expect(files.filter((path) => !paths.has(path))).toEqual([]);
});

const FOREIGN: readonly [string, Readonly<Record<string, string>>][] = [
  ["Origin", { origin: "https://evil.example" }],
  ["Origin", { origin: "null" }],
  ["Origin", { origin: "http://127.0.0.1:3001" }],
  ["Sec-Fetch-Site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ["Sec-Fetch-Site", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
];

const REFUSED = [
  "an expired session",
  "an expired token",
  "a revoked token",
  "an unknown token",
  "a token of another kind",
  "nothing after Bearer",
] as const;

describe.each(Object.entries(ROUTE_ACCESS))("%s", (name, access) => {
  const { path, body, nobody, status } = access;
  const method = name.split(" ")[0] ?? "GET";
  const isPublic = nobody !== 401;

  async function ask(client: Client, headers: ApiRequest["headers"] = {}): Promise<Response> {
    const request = body ? withJson(method, body) : { method };
    const response = await client(path, { ...request, headers: { ...request.headers, ...headers } });
    // Only the head counts here; a stream would go on.
    if (!response.headers.get("content-type")?.includes("json")) await response.body?.cancel();
    return response;
  }

  test("answers nobody as listed", async () => {
    const response = await ask(callApi);
    expect(response.status).toBe(nobody);
    if (isPublic) return;
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="watchfloor"');
    await expectProblem(response, "unauthenticated");
  });

  test.each(ROLES)("answers a session of the role %s as listed", async (role) => {
    expect((await ask(callers.sessions[role])).status).toBe(status[role]);
  });

  test.each(ROLES)("answers a token of the role %s as its session, or not at all", async (role) => {
    const response = await ask(callers.tokens[role]);
    expect(response.status).toBe(access.tokens === false ? 403 : status[role]);
  });

  test.each(REFUSED)("takes %s for nobody", async (kind) => {
    const response = await ask(callers.refused[kind]);
    expect(response.status).toBe(nobody);
    if (isPublic) return;
    const challenge = response.headers.get("www-authenticate");
    expect(challenge?.includes("invalid_token")).toBe(kind !== "an expired session");
    await expectProblem(response, "unauthenticated");
  });

  test("is closed to somebody who has to change the password, unless it is listed as open", async () => {
    const response = await ask(callers.newcomer);
    if (isPublic || access.beforePasswordChange) expect(response.status).toBe(status.admin);
    else await expectProblem(response, "password-change-required");
  });

  test.each(FOREIGN)("refuses even an admin's session when %s is foreign", async (field, headers) => {
    const problem = await expectProblem(await ask(callers.sessions.admin, headers), "foreign-origin");
    expect(fieldsOf(problem)).toEqual([field]);
  });

  test.each(FOREIGN)("answers a token whatever %s says", async (_field, headers) => {
    const response = await ask(callers.tokens.admin, headers);
    expect(response.status).toBe(access.tokens === false ? 403 : status.admin);
  });

  test("is neither cached nor sniffed nor framed", async () => {
    const { headers } = await ask(callers.sessions.viewer);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});

test("a link from another site may be followed", async () => {
  const headers = {
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
  };
  expect((await callers.sessions.viewer("/api/session", { headers })).status).toBe(200);
});

test("our own origin is accepted under every name that leads here", async () => {
  const headers = { host: "watch.internal:8443", origin: "https://watch.internal:8443" };
  expect((await callers.sessions.viewer("/api/session", { headers })).status).toBe(200);
});
