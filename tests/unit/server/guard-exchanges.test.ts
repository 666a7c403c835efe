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

function ask(method: string) {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const headers = { "x-forwarded-for": "203.0.113.9" };
  return new Promise<{ status: number | undefined; headers: object; text: string }>((resolve, reject) => {
    const request = send({ port, host: "127.0.0.1", method, headers }, (response) => {
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
