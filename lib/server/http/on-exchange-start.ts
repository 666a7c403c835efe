import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server, ServerResponse } from "node:http";

/** One request to a server of this process, before anybody has looked at it. */
type StartedExchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
};

const isExchange = (message: unknown): message is StartedExchange =>
  typeof message === "object" &&
  message !== null &&
  "request" in message &&
  message.request instanceof IncomingMessage &&
  "response" in message &&
  message.response instanceof ServerResponse &&
  "server" in message &&
  message.server instanceof Server;

/**
 * Calls `listen` at the start of every HTTP exchange of this process from now on, through Node's own
 * diagnostics channel: Next makes the server itself and hands it to nobody.
 */
export function onExchangeStart(listen: (exchange: StartedExchange) => void): void {
  subscribe("http.server.request.start", (message) => {
    if (isExchange(message)) listen(message);
  });
}
