import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { callApi } from "../api-client";

/** Serves the API's route files over HTTP on a free port of the loopback. @returns the address. */
export async function serveApi(): Promise<string> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { method = "GET", url = "/" } = request;
  const body = await text(request);
  const result = await callApi(`http://${request.headers.host}${url}`, {
    method,
    headers: plainHeaders(request),
    ...(body === "" ? {} : { body }),
    signal: gone.signal,
  });
  response.statusCode = result.status;
  for (const [name, value] of result.headers) if (name !== "set-cookie") response.setHeader(name, value);
  response.setHeader("set-cookie", result.headers.getSetCookie());
  if (result.body === null) response.end();
  else await result.body.pipeTo(sinkOf(response, gone.signal), { signal: gone.signal });
}

/** As Next does it: nothing is taken that cannot be sent, and who goes away is noticed while there is nothing to send. */
function sinkOf(response: ServerResponse, gone: AbortSignal): WritableStream<Uint8Array> {
  return new WritableStream({
    async write(chunk) {
      if (!response.write(chunk)) await once(response, "drain", { signal: gone }).catch(() => {});
    },
    close: () => void response.end(),
    abort: () => void response.destroy(),
  });
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}
