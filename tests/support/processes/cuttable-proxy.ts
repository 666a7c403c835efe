import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a TCP server that can be cut and mended: to the other end the server is then gone. */
export type CuttableProxy = {
  /** The given URL, by this way. */
  readonly url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Lets nothing more through on the connections there are, without a word, and serves new ones as ever. */
  silence(): void;
  mend(): Promise<void>;
};

export async function startProxy(to: string): Promise<CuttableProxy> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  const accept = (incoming: Socket) => {
    const outgoing = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  };
  let server = await listen(accept, 0);
  const port = portOf(server);
  const url = new URL(to);
  url.port = String(port);
  return {
    url: url.href,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async mend() {
      server = await listen(accept, port);
    },
  };
}

function listen(accept: (socket: Socket) => void, port: number): Promise<Server> {
  const server = createServer(accept);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
