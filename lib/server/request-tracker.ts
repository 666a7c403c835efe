import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server, ServerResponse } from "node:http";

/** Knows the HTTP server that Next runs, and what it is answering. */
export type RequestTracker = {
  /** Stops taking connections; resolves when what is under way is answered, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
};

type Exchange = { request: unknown; response: unknown; server: unknown };

const isExchange = (message: unknown): message is Exchange =>
  typeof message === "object" &&
  message !== null &&
  "request" in message &&
  "response" in message &&
  "server" in message;

/** Adds the peer to X-Forwarded-For, as a proxy would: nothing else tells a route handler who calls. */
function appendPeer(request: IncomingMessage): void {
  const peer = request.socket.remoteAddress;
  if (peer === undefined) return;
  const before = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = before === undefined ? peer : `${before}, ${peer}`;
}

/** Watches the process's HTTP exchanges from now on, through Node's own diagnostics channel. */
export function trackRequests(): RequestTracker {
  const servers = new Set<Server>();
  const underWay = new Set<ServerResponse>();
  let onIdle: (() => void) | null = null;

  subscribe("http.server.request.start", (message) => {
    if (!isExchange(message)) return;
    const { request, response, server } = message;
    if (server instanceof Server) servers.add(server);
    if (request instanceof IncomingMessage) appendPeer(request);
    if (!(response instanceof ServerResponse)) return;
    underWay.add(response);
    response.once("close", () => {
      underWay.delete(response);
      if (underWay.size === 0) onIdle?.();
    });
  });

  return {
    async drain(limitMs) {
      for (const server of servers) {
        server.close();
        server.closeIdleConnections();
      }
      if (underWay.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
