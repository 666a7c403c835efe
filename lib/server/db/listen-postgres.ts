import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { aborted } from "@/lib/server/aborted";
import type { Listen, NoticeListener } from "./listen";
import { watchForSilence } from "./silent-connections";

/** Between two tries to listen again after the connection broke, milliseconds. */
const RETRY_MS = 1_000;
/** Who only listens would never find out that nobody is there any more. */
const BEAT = { everyMs: 5_000, silenceMs: 12_000 };

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

type Connection = {
  readonly broken: AbortSignal;
  /** Ends the session, and its listening with it. */
  readonly end: () => void;
};

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
  const stopWatching = watchForSilence(client, BEAT, () => broken.abort());
  return {
    broken: broken.signal,
    end() {
      stopWatching();
      client.release(true);
    },
  };
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
      connection.end();
    }
    if (!stop.aborted) await wait(RETRY_MS, null, { signal: stop }).catch(() => null);
    connection = stop.aborted ? null : await reconnect().catch(() => null);
  }
  connection?.end();
}
