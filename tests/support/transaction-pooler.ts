import { once } from "node:events";
import { createServer, Socket } from "node:net";
import { Client } from "pg";
import { freePort } from "@/scripts/free-port";

/** What a server says to whoever may come in: authenticated, and ready for a query. */
const WELCOME = Buffer.from("520000000800000000" + "5a0000000549", "hex");
/** How an answer ends: ready for the next query, in no transaction. */
const READY = Buffer.from("5a0000000549", "hex");

/**
 * Does what PgBouncer does with `pool_mode = transaction`: every connection is led to a session that they share, one
 * statement after another.
 */
export async function startTransactionPooler(url: string) {
  const session = new Client({ connectionString: url });
  session.on("error", () => {});
  await session.connect();
  const { stream } = session.connection;
  if (!(stream instanceof Socket)) throw new Error("A connection without a socket.");
  const backend = stream;
  backend.removeAllListeners("data");
  let turn: Promise<unknown> = Promise.resolve();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(WELCOME);
      socket.on("data", (asked) => {
        turn = turn.then(async () => socket.write(await answerOf(backend, asked)));
      });
    });
  });
  const address = new URL(url);
  address.port = String(await freePort());
  server.listen(Number(address.port), "127.0.0.1");
  await once(server, "listening");
  return {
    url: address.href,
    stop() {
      for (const socket of sockets) socket.destroy();
      backend.destroy();
      server.close();
    },
  };
}

async function answerOf(backend: Socket, asked: Buffer): Promise<Buffer> {
  // The end of a connection is not the session's.
  if (asked[0] === "X".charCodeAt(0)) return Buffer.alloc(0);
  backend.write(asked);
  let answer = Buffer.alloc(0);
  while (!answer.subarray(-READY.length).equals(READY)) {
    const [chunk] = await once(backend, "data");
    answer = Buffer.concat([answer, chunk]);
  }
  return answer;
}
