import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpOutcome, HttpRequest } from "@/lib/simulator/http/http-exchange";

const MAX_BODY_BYTES = 12 * 1024 * 1024;

export interface RunningServer {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

async function read(message: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Error("request body over 12 MB");
    chunks.push(bytes);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const url = message.url ?? "/";
  const mark = url.indexOf("?");
  return {
    method: message.method ?? "GET",
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? "" : url.slice(mark + 1),
    headers,
    body: Buffer.concat(chunks),
    remoteAddress: message.socket.remoteAddress ?? "",
  };
}

function write(response: ServerResponse, outcome: HttpOutcome): void {
  if (outcome === "hang") return;
  if (outcome === "drop") {
    response.destroy();
    return;
  }
  response.writeHead(outcome.status, {
    ...outcome.headers,
    "content-length": Buffer.byteLength(outcome.body),
  });
  response.end(outcome.body);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no TCP port");
  return address.port;
}

/**
 * Listens on `host`:`port` (0 = any free port) and answers with `handle`.
 *
 * @throws when the port is taken, with the reason of the operating system.
 */
export async function startHttpServer(
  host: string,
  port: number,
  handle: (request: HttpRequest) => Promise<HttpOutcome>,
): Promise<RunningServer> {
  const server = createServer((message, response) => {
    read(message)
      .then(handle)
      .then(
        (outcome) => write(response, outcome),
        // A defect of the simulator must not look like a cloud's answer.
        (cause: unknown) =>
          write(response, {
            status: 500,
            headers: { "content-type": "text/plain" },
            body: `simulator defect: ${String(cause)}`,
          }),
      );
  });
  // Hanging on purpose is one of the switches: Node must not answer 408 in our place.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
  const authority = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${authority}:${portOf(server)}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
