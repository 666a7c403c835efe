import type { Logger } from "pino";
import { SOURCES_OF_PRODUCT } from "@/lib/events/source-id";
import type { Clock } from "@/lib/server/clock";
import { findOperation } from "@/lib/server/clouds/operations";
import { type Sleep, systemSleep } from "@/lib/server/clouds/sleep";
import type { Database } from "@/lib/server/db/database";
import { takeSyncLead } from "@/lib/server/db/sync-lead";
import type { WriteWatch } from "@/lib/server/db/write-watch";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import { databaseStore } from "./database-store";
import { PACES } from "./pace";
import { SourceLoop } from "./source-loop";

export type SyncOptions = {
  readonly database: Database;
  readonly writeWatch?: WriteWatch;
  /** By connection id. */
  readonly clouds: ReadonlyMap<string, ConnectedCloud>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sleep?: Sleep;
  /** A number from 0 to 1. */
  readonly random?: () => number;
  /** Runs beside the reading while this process leads: what only one process may do. Never throws. */
  readonly whileLeading?: readonly ((signal: AbortSignal) => Promise<void>)[];
};

export type Sync = {
  /** Ends running calls, finishes what is being stored, and lets another process take over. */
  stop(): Promise<void>;
  /** Reads what is new at once: of one connection, or of all. Does nothing in a process that does not lead. */
  wake(connection?: string): void;
};

/** Between two tries to become the process that syncs, milliseconds. */
const LEAD_EVERY = 2_000;

type RunningLoop = { readonly connection: string; readonly loop: SourceLoop };

/**
 * Reads every source of every connection in the background, each in a loop of its own, in the one process
 * of the installation that leads.
 */
export function startSync(options: SyncOptions): Sync {
  const { database, log, sleep = systemSleep } = options;
  const stopping = new AbortController();
  let running: readonly RunningLoop[] = [];

  const leadOnce = async () => {
    const lead = await takeSyncLead(database);
    if (!lead) return;
    log.info("This process leads the sync");
    lead.lost.addEventListener("abort", () => log.warn("This process has lost the lead of the sync"));
    // What another process read meanwhile is in the database: every lead begins with fresh loops.
    running = createLoops(options);
    const ending = AbortSignal.any([stopping.signal, lead.lost]);
    const beside = options.whileLeading ?? [];
    await Promise.all([...running.map(({ loop }) => loop.run(ending)), ...beside.map((run) => run(ending))]);
    running = [];
    await lead.release();
  };
  const leadAgainAndAgain = async () => {
    while (!stopping.signal.aborted) {
      await leadOnce().catch((error: unknown) =>
        log.error({ err: error }, "The sync could not take the lead"),
      );
      await sleep(LEAD_EVERY, stopping.signal).catch(() => {});
    }
  };
  const ended = leadAgainAndAgain();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
    wake(connection) {
      for (const entry of running) {
        if (connection === undefined || entry.connection === connection) entry.loop.wake();
      }
    },
  };
}

function createLoops(options: SyncOptions): RunningLoop[] {
  const { database, writeWatch, clouds, clock, log, sleep = systemSleep, random = Math.random } = options;
  return [...clouds].flatMap(([connection, { config, client }]) =>
    SOURCES_OF_PRODUCT[config.product].map((source) => ({
      connection,
      loop: new SourceLoop({
        source: SOURCES[source],
        client,
        store: databaseStore(database, { connection, source }, clock, writeWatch),
        pace: PACES[source],
        lookbackDays: config.lookbackDays,
        clock,
        random,
        sleep,
        logger: log.child({ connection, source }),
        permissionOf: (operation) => findOperation(config.product, operation)?.permission ?? null,
      }),
    })),
  );
}
