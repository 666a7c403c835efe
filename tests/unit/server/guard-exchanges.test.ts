import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, request as send } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemSchema } from "@/lib/api/problem";
import type { ExchangeScope } from "@/lib/server/http/exchange-scope";
import { guardExchanges } from "@/lib/server/http/guard-exchanges";

const scope: ExchangeScope = new AsyncLocalStorage();
const seen: string[] = [];
const warnings: unknown[] = [];
let trusted = true;
const server = createServer((request, response) => {
  seen.push(`${request.method} from ${request.headers["x-forwarded-for"]}`);
  response.end("ours");
});

beforeAll(async () => {
  guardExchanges({ trusts: () => trusted }, { warn: (facts: unknown) => void warnings.push(facts) }, scope);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

function ask(method: string, path = "/") {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const headers = { "x-forwarded-for": "203.0.113.9" };
  return new Promise<{ status: number | undefined; headers: object; text: string }>((resolve, reject) => {
    const request = send({ port, host: "127.0.0.1", method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on("error", reject).end();
  });
}

test.each(["TRACE", "PROPFIND", "PURGE"])(
  "%s is refused as a problem, and never reaches Next",
  async (method) => {
    const answer = await ask(method);
    expect(answer.status).toBe(405);
    expect(answer.headers).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "content-type": "application/problem+json",
      "x-content-type-options": "nosniff",
    });
    expect(problemSchema.parse(JSON.parse(answer.text)).code).toBe("method-not-allowed");
    expect(seen.filter((line) => line.startsWith(method))).toEqual([]);
  },
);

test.each(["/api/events/%ff", "/events/%E4%B8", "/attackers/%zz?x=1", "/%"])(
  "the address %s, which cannot be decoded, is refused as a problem, and never reaches Next",
  async (path) => {
    const before = seen.length;
    const answer = await ask("GET", path);
    expect(answer.status).toBe(400);
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json" });
    const { code, errors } = problemSchema.parse(JSON.parse(answer.text));
    expect(code).toBe("invalid-request");
    expect(errors).toEqual([
      {
        field: "path",
        message: 'A "%" begins nothing that can be read as UTF-8. Write the sign itself as %25.',
      },
    ]);
    expect(seen).toHaveLength(before);
  },
);

test("an address with a wrong escape in its query passes: what reads the query says what is wrong", async () => {
  expect((await ask("GET", "/api/events?q=%ff")).text).toBe("ours");
});

test.each(["GET", "POST", "PATCH"])("%s passes, with its caller's address", async (method) => {
  expect((await ask(method)).text).toBe("ours");
  expect(seen).toContain(`${method} from 203.0.113.9`);
});

test("of a proxy that nobody named the log tells once, and its word does not count", async () => {
  trusted = false;
  await ask("PUT");
  await ask("PUT");
  expect(seen).toContain("PUT from 127.0.0.1");
  expect(seen).not.toContain("PUT from 203.0.113.9");
  expect(warnings).toEqual([{ peer: "127.0.0.1" }]);
});
