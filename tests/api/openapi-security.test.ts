import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { callApi } from "../support/api-client";
import { ROUTE_ACCESS } from "../support/route-access";
import { startTestServer, type TestServer } from "../support/test-server";

const security = z.array(z.record(z.string(), z.array(z.string())));
const documentSchema = z.object({
  security,
  paths: z.record(z.string(), z.record(z.string(), z.object({ security: security.optional() }))),
  components: z.object({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string(), description: z.string() })),
  }),
});

let server: TestServer;
let document: z.infer<typeof documentSchema>;

beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  document = documentSchema.parse(await (await callApi("/api/openapi.json")).json());
});
afterAll(() => server.close());

test("the document describes the session and the token, the token with an example", () => {
  const { session, token } = document.components.securitySchemes;
  expect(session).toMatchObject({ type: "apiKey" });
  expect(token).toMatchObject({ type: "http", scheme: "bearer" });
  expect(token?.description).toContain("Authorization: Bearer");
});

const declared = Object.entries(ROUTE_ACCESS).filter(([name]) => !name.includes("[..."));

test.each(declared)("the document says what %s asks for, and that is true", (name, access) => {
  const [method = "", path = ""] = name.split(" ");
  const stated = document.paths[path]?.[method.toLowerCase()]?.security ?? document.security;
  const schemes = stated.flatMap((requirement) => Object.keys(requirement));
  if (access.nobody !== 401) expect(schemes).toEqual([]);
  else expect(schemes).toEqual(access.tokens === false ? ["session"] : ["session", "token"]);
});
