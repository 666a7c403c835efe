import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { trackRequests } from "@/lib/server/request-tracker";

/** A server that hands its answers to the test, and a request to it that is under way. */
async function startExchange() {
  let handle: (response: ServerResponse) => void = () => {};
  const received = new Promise<ServerResponse>((resolve) => {
    handle = resolve;
  });
  const server = createServer((_request, response) => handle(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
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

test("draining gives up on a request that does not end", async () => {
  const tracker = trackRequests();
  const { answered, response } = await startExchange();
  await tracker.drain(1);
  expect(response.writableEnded).toBe(false);
  response.end();
  expect((await answered).ok).toBe(true);
});
