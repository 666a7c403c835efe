import type { Server, ServerResponse } from "node:http";
import { onExchangeStart } from "./http/on-exchange-start";

/** Knows the HTTP server that Next runs, and what it is answering. */
export type RequestTracker = {
  /**
   * Stops taking connections, and ends those there are with the answer under way; resolves when all are answered, or
   * after `limitMs`.
   */
  drain(limitMs: number): Promise<void>;
};

/** A connection that is kept would bring its next request when nothing is there to answer it. */
function endConnectionWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

/** Watches the process's HTTP exchanges from now on. */
export function trackRequests(): RequestTracker {
  const servers = new Set<Server>();
  const underWay = new Set<ServerResponse>();
  let draining = false;
  let onIdle: (() => void) | null = null;

  onExchangeStart(({ response, server }) => {
    servers.add(server);
    underWay.add(response);
    if (draining) endConnectionWith(response);
    response.once("close", () => {
      underWay.delete(response);
      if (underWay.size === 0) onIdle?.();
    });
  });

  return {
    async drain(limitMs) {
      draining = true;
      underWay.forEach(endConnectionWith);
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
