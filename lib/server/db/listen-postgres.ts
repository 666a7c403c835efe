import { setTimeout as wait } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { Logger } from "pino";
import type { Listen, NoticeListener } from "./listen";

/** Between two tries to listen again after the connection broke, milliseconds. */
const RETRY_MS = 1_000;

/** Listens on a connection of its own, and on a new one whenever that breaks. */
export function listenPostgres(pool: Pool, logger: Logger): Listen {
  return async (channel, listener) => {
    const stopping = new AbortController();
    const first = await connect(pool, channel, listener);
    const ended = stayConnected(first, stopping.signal, async () => {
      const next = await connect(pool, channel, listener);
      listener.onResume();
      return next;
    });
    const failed = ended.catch((error: unknown) =>
      logger.error({ err: error }, "Listening to the database has ended"),
    );
    return async () => {
      stopping.abort();
      await failed;
    };
  };
}

type Connection = { readonly client: PoolClient; readonly broken: AbortSignal };

async function connect(pool: Pool, channel: string, { onNotice }: NoticeListener): Promise<Connection> {
  const client = await pool.connect();
  const broken = new AbortController();
  client.on("error", () => broken.abort());
  client.on("end", () => broken.abort());
  client.on("notification", (message) => onNotice(message.payload ?? ""));
  try {
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return { client, broken: broken.signal };
}

async function stayConnected(
  first: Connection,
  stop: AbortSignal,
  reconnect: () => Promise<Connection>,
): Promise<void> {
  let connection: Connection | null = first;
  while (!stop.aborted) {
    if (connection) {
      await aborted(AbortSignal.any([stop, connection.broken]));
      // The session ends with its connection, and so does its listening.
      connection.client.release(true);
    }
    if (!stop.aborted) await wait(RETRY_MS, null, { signal: stop }).catch(() => null);
    connection = stop.aborted ? null : await reconnect().catch(() => null);
  }
  connection?.client.release(true);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
