import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callApi, type signedInClient } from "../support/api-client";
import { expectProblem, fieldsOf } from "../support/problem";
import { routeFiles } from "../support/route-files";
import { startTestServer, type TestServer } from "../support/test-server";

type Who = "nobody" | "viewer" | "admin";
type Expected = { readonly path: string } & Readonly<Record<Who, number>>;

/** Every route file of the API, a request to it, and the status that each caller gets. */
const ACCESS: Readonly<Record<string, Expected>> = {
  "[...path]": { path: "/api/nothing", nobody: 404, viewer: 404, admin: 404 },
  "auth/[...nextauth]": { path: "/api/auth/session", nobody: 200, viewer: 200, admin: 200 },
  "cloud/[connection]/[operation]": { path: "/api/cloud/none/None", nobody: 401, viewer: 404, admin: 404 },
  events: { path: "/api/events", nobody: 401, viewer: 200, admin: 200 },
  "events/[eventId]": { path: "/api/events/none", nobody: 401, viewer: 404, admin: 404 },
  "events/[eventId]/history": { path: "/api/events/none/history", nobody: 401, viewer: 404, admin: 404 },
  "events/facets": { path: "/api/events/facets", nobody: 401, viewer: 200, admin: 200 },
  "events/timeline": { path: "/api/events/timeline", nobody: 401, viewer: 200, admin: 200 },
  health: { path: "/api/health", nobody: 200, viewer: 200, admin: 200 },
  "openapi.json": { path: "/api/openapi.json", nobody: 200, viewer: 200, admin: 200 },
  session: { path: "/api/session", nobody: 401, viewer: 200, admin: 200 },
  sources: { path: "/api/sources", nobody: 401, viewer: 200, admin: 200 },
};

let server: TestServer;
let clients: Record<Who, Awaited<ReturnType<typeof signedInClient>>>;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  clients = { nobody: callApi, viewer: await server.signIn("viewer"), admin: await server.signIn("admin") };
});
afterAll(() => server.close());

test("every route file of the API is listed here", () => {
  const files = routeFiles().map(({ segments }) => segments.join("/"));
  expect(files.sort()).toEqual(Object.keys(ACCESS).sort());
});

describe.each(Object.values(ACCESS))("$path", (expected) => {
  test.each<Who>(["nobody", "viewer", "admin"])("answers %s as listed", async (who) => {
    const response = await clients[who](expected.path);
    expect(response.status).toBe(expected[who]);
    if (response.status === 401) await expectProblem(response, "unauthenticated");
  });

  test.each([
    ["Origin", { origin: "https://evil.example" }],
    ["Origin", { origin: "null" }],
    ["Origin", { origin: "http://127.0.0.1:3001" }],
    ["Sec-Fetch-Site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
    ["Sec-Fetch-Site", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
  ])("refuses even an admin when %s is foreign", async (field, headers) => {
    const problem = await expectProblem(await clients.admin(expected.path, { headers }), "foreign-origin");
    expect(fieldsOf(problem)).toEqual([field]);
  });

  test("is neither cached nor sniffed nor framed", async () => {
    const { headers } = await clients.viewer(expected.path);
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
  expect((await clients.viewer("/api/session", { headers })).status).toBe(200);
});

test("our own origin is accepted under every name that leads here", async () => {
  const headers = { host: "watch.internal:8443", origin: "https://watch.internal:8443" };
  expect((await clients.viewer("/api/session", { headers })).status).toBe(200);
});
