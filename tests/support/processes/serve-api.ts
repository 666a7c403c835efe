import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
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
  else await pipeline(Readable.from(result.body), response);
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}
