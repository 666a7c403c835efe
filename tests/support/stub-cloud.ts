import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type StubbedCall = {
  readonly operation: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** Resolves when the caller goes away before it is answered. */
  readonly abandoned: Promise<void>;
};

type Answer = {
  readonly status?: number;
  readonly body: string | Uint8Array;
  readonly headers?: Record<string, string>;
};

/** `null` never answers. */
export type Answerer = (call: StubbedCall) => Answer | null;

export type StubCloud = {
  readonly endpoint: string;
  readonly calls: readonly StubbedCall[];
  /** From now on this answers. */
  answer(answerer: Answerer): void;
  close(): Promise<void>;
};

/** Our own reading of neither API: the operation's name is all that is looked at, no signature is checked. */
function operationOf(request: IncomingMessage): string {
  const action = request.headers["x-acs-action"];
  if (typeof action === "string") return action;
  return request.url?.includes("/rasp/events") ? "ListRaspEvents" : (request.url ?? "");
}

/** A server that answers every cloud's calls with what the test says. */
export async function startStubCloud(first: Answerer): Promise<StubCloud> {
  let answerer = first;
  const calls: StubbedCall[] = [];
  const server = createServer((request, response: ServerResponse) => {
    request.resume();
    const abandoned = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) resolve();
      });
    });
    const parameters = new URL(request.url ?? "/", "http://localhost").searchParams;
    const call = { operation: operationOf(request), parameters, headers: request.headers, abandoned };
    calls.push(call);
    const answer = answerer(call);
    if (answer === null) return;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const isAddress = (address: unknown): address is AddressInfo => typeof address === "object";
  const address = server.address();
  if (!isAddress(address)) throw new Error("The stub did not open a port.");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    answer(next) {
      answerer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
