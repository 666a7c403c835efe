import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { trackRequests } from "@/lib/server/request-tracker";
import { deferred } from "@/tests/support/deferred";

/** A server that hands its first answer to the test and gives the others itself; a request to it is under way. */
async function startExchange() {
  const { promise: received, resolve } = deferred<ServerResponse>();
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    if (requests === 1) resolve(response);
    else response.end("one more");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}/`;
  const answered = fetch(url);
  return { url, answered, response: await received };
}

test("draining lets the request under way end, and takes no new one", async () => {
  const tracker = trackRequests();
  const { url, answered, response } = await startExchange();
  let drained = false;
  const draining = tracker.drain(60_000).then(() => {
    drained = true;
  });
  await expect(fetch(url)).rejects.toThrow();
  expect(drained).toBe(false);
  response.end("done");
  expect(await (await answered).text()).toBe("done");
  await draining;
  expect(drained).toBe(true);
});

test("a connection that brought a request before draining brings none after its answer", async () => {
  const tracker = trackRequests();
  const { url, answered, response } = await startExchange();
  const draining = tracker.drain(60_000);
  response.end("done");
  expect((await answered).headers.get("connection")).toBe("close");
  await (await answered).text();
  await draining;
  await expect(fetch(url)).rejects.toThrow();
});

test("draining gives up on a request that does not end", async () => {
  const tracker = trackRequests();
  const { answered, response } = await startExchange();
  await tracker.drain(1);
  expect(response.writableEnded).toBe(false);
  response.end();
  expect((await answered).ok).toBe(true);
});
