import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callApi } from "../support/api-client";
import { routeFiles } from "../support/route-files";
import { startTestServer, type TestServer } from "../support/test-server";

const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(
          z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.looseObject({}) }),
        ),
        responses: z.record(
          z.string(),
          z.object({
            headers: z.record(z.string(), z.looseObject({ description: z.string() })).default({}),
            content: z.record(z.string(), z.looseObject({})).default({}),
          }),
        ),
      }),
    ),
  ),
});

/** Answers that are not JSON. */
const OTHER_MEDIA_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ["/api/events/stream", ["text/event-stream"]],
  ["/api/activity/export", ["text/csv", "application/x-ndjson"]],
  ["/api/events/export", ["text/csv", "application/x-ndjson"]],
  ["/api/metrics", ["text/plain"]],
]);

/** Answers that are not sent again to who has them. */
const TAGGED = ["/api/events", "/api/events/facets", "/api/events/timeline"];

let server: TestServer;
let text: string;
let document: z.infer<typeof documentSchema>;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  text = await (await callApi("/api/openapi.json")).text();
  document = documentSchema.parse(JSON.parse(text));
});
afterAll(() => server.close());

describe("the OpenAPI document", () => {
  test("is of version 3.1", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test("describes every route file", () => {
    const files = routeFiles()
      .map(({ segments }) => `/api/${segments.join("/")}`.replace(/\[([^\].]+)\]/g, "{$1}"))
      .filter((path) => !path.includes("[..."));
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(files));
  });

  test("spells out the filters of the list", () => {
    const parameters = document.paths["/api/events"]?.get?.parameters ?? [];
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "severity",
        "status",
        "source",
        "attacker",
        "from",
        "to",
        "q",
        "sort",
        "limit",
        "cursor",
      ]),
    );
    expect(parameters.find(({ name }) => name === "limit")?.schema).toMatchObject({
      minimum: 1,
      maximum: 200,
    });
  });

  test.each(["InstanceId", "project_id"])("never asks for %s, which the connection knows", (name) => {
    const asked = Object.values(document.paths).flatMap((item) => item.get?.parameters ?? []);
    expect(asked.map((parameter) => parameter.name)).not.toContain(name);
  });

  test("describes every read operation of the clouds and no write", () => {
    const operations = Object.keys(document.paths).filter((path) => path.startsWith("/api/cloud/"));
    expect(operations).toContain("/api/cloud/{connection}/DescribeApisecEvents");
    expect(operations).toContain("/api/cloud/{connection}/ListRaspEvents");
    expect(operations.join()).not.toContain("ModifyApisecEvents");
  });

  test("describes every error as a problem, and every success by its media type", () => {
    for (const [path, item] of Object.entries(document.paths)) {
      const success = OTHER_MEDIA_TYPES.get(path) ?? ["application/json"];
      for (const [method, { responses }] of Object.entries(item)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const types = { "200": success, "202": success, "304": [] }[status] ?? ["application/problem+json"];
          // Who is not ready says of what, in the shape of an answer.
          const unready = path === "/api/health" && status === "503" ? success : [];
          expect(Object.keys(content), `${method} ${path} ${status}`).toEqual([...unready, ...types]);
        }
      }
    }
  });

  test("says which answers are not sent again, and by which header they are known", () => {
    const unchanged = Object.entries(document.paths).filter(([, item]) => item.get?.responses["304"]);
    expect(unchanged.map(([path]) => path).sort()).toEqual(TAGGED);
    for (const [, item] of unchanged) {
      expect(item.get?.parameters.map(({ name }) => name)).toContain("If-None-Match");
      for (const status of ["200", "304"]) {
        expect(Object.keys(item.get?.responses[status]?.headers ?? {})).toEqual(["ETag"]);
      }
    }
  });

  test.each([
    ["/api/events/export", ["Content-Disposition", "Link"]],
    ["/api/activity/export", ["Content-Disposition"]],
  ])("declares the headers that %s comes with", async (path, names) => {
    expect(Object.keys(document.paths[path]?.get?.responses["200"]?.headers ?? {})).toEqual(names);
    const response = await (await server.signIn("admin"))(path);
    await response.text();
    expect(names.filter((name) => !response.headers.has(name))).toEqual([]);
  });

  test("refers to nothing that it does not hold", () => {
    const whole: unknown = JSON.parse(text);
    const targets = [...new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = ""]) => target))];
    expect(targets.length).toBeGreaterThan(1);
    for (const target of targets) {
      const found = target
        .split("/")
        .slice(1)
        .reduce<unknown>((node, key) => Reflect.get(Object(node), key), whole);
      expect(found, target).toBeTypeOf("object");
    }
  });

  test("says of a change of statuses that it may be accepted only, with an example of each answer", () => {
    const change = document.paths["/api/events/status"]?.post;
    const example = (status: string) => change?.responses[status]?.content["application/json"]?.example;
    expect(example("200")).toMatchObject({ kind: "applied" });
    expect(example("202")).toMatchObject({ kind: "job" });
  });
});
