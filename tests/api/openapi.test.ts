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
        responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.looseObject({})) })),
      }),
    ),
  ),
});

/** Answers that are not JSON. */
const OTHER_MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ["/api/events/stream", "text/event-stream"],
  ["/api/activity/export", "text/csv"],
  ["/api/events/export", "text/csv"],
  ["/api/metrics", "text/plain"],
]);

let server: TestServer;
let document: z.infer<typeof documentSchema>;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  document = documentSchema.parse(await (await callApi("/api/openapi.json")).json());
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
      const success = OTHER_MEDIA_TYPES.get(path) ?? "application/json";
      for (const [method, { responses }] of Object.entries(item)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const types = { "200": [success], "202": [success], "304": [] }[status] ?? [
            "application/problem+json",
          ];
          expect(Object.keys(content), `${method} ${path} ${status}`).toEqual(types);
        }
      }
    }
  });

  test("says of a change of statuses that it may be accepted only, with an example of each answer", () => {
    const change = document.paths["/api/events/status"]?.post;
    const example = (status: string) => change?.responses[status]?.content["application/json"]?.example;
    expect(example("200")).toMatchObject({ kind: "applied" });
    expect(example("202")).toMatchObject({ kind: "job" });
  });
});
