import type { Server, ServerResponse } from "node:http";
import { onExchangeStart } from "./http/on-exchange-start";

/** Knows the HTTP server that Next runs, and what it is answering. */
export type RequestTracker = {
  /** Stops taking connections; resolves when what is under way is answered, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
};

/** Watches the process's HTTP exchanges from now on. */
export function trackRequests(): RequestTracker {
  const servers = new Set<Server>();
  const underWay = new Set<ServerResponse>();
  let onIdle: (() => void) | null = null;

  onExchangeStart(({ response, server }) => {
    servers.add(server);
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
