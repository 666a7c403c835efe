import pMap from "p-map";
import type { Logger } from "pino";
import type { Clock } from "@/lib/server/clock";
import { cloudOf } from "@/lib/server/cloud-of";
import type { CloudError } from "@/lib/server/clouds/cloud-error";
import type { Sleep } from "@/lib/server/clouds/sleep";
import type { Database } from "@/lib/server/db/database";
import { connectionsWithWrites, type DueWrite, dueWrites, isDue } from "@/lib/server/db/queries/outbox";
import type { ConnectedCloud } from "@/lib/server/deps";
import { attributeChange, noteUnattributed } from "./attribute-change";
import { judgeWrite } from "./judge-write";
import { lookAtCloud } from "./look-at-cloud";
import { logOwnError, noteFailure, noteLook, sentBefore } from "./note-progress";
import { sendWrites } from "./send-writes";
import { type SettledWrite, settleWrites } from "./settle-writes";
import { isOutage } from "./write-failure";

export type OutboxOptions = {
  readonly database: Database;
  /** By connection id. */
  readonly clouds: ReadonlyMap<string, ConnectedCloud>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
};

/** How soon a write that was queued meanwhile is noticed; milliseconds. */
const POLL_MS = 1_000;
const WRITES_PER_STEP = 200;
/** Looks at a cloud at the same time; the call budget spaces them out. */
const LOOKS_AT_ONCE = 8;
const FAILED = "The outbox failed";
const GOES_ON = "it goes on in a moment";

/**
 * Writes status changes to the clouds and reads them back until they are verified, overtaken or failed. Only
 * one process runs it at a time. All it knows is in the database, so that another one can go on anywhere.
 */
export class Outbox {
  constructor(private readonly options: OutboxOptions) {}

  /** Runs until the signal fires. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    const { sleep, log } = this.options;
    while (!signal.aborted) {
      const rest = await this.step(signal).catch((error: unknown) => {
        if (!signal.aborted) log.error({ err: error }, `${FAILED}; ${GOES_ON}`);
        return POLL_MS;
      });
      if (rest > 0) await sleep(rest, signal).catch(() => {});
    }
  }

  /**
   * Does everything that is due, once; ends when nothing of it is under way any more.
   * @returns how long to rest, milliseconds; 0 to go on at once.
   */
  async step(signal: AbortSignal): Promise<number> {
    const { database, clock } = this.options;
    const now = clock();
    const waiting = await connectionsWithWrites(database);
    const due = waiting.filter(({ dueAt }) => isDue(dueAt, now));
    const worked = await Promise.all(due.map(({ connection }) => this.tryToServe(connection, signal)));
    signal.throwIfAborted();
    if (worked.includes(true)) return 0;
    const later = waiting.filter(({ dueAt }) => dueAt > now);
    return Math.min(POLL_MS, ...later.map(({ dueAt }) => dueAt.getTime() - now.getTime()));
  }

  /**
   * Never throws: a step that ended while other connections are being served would be followed by one that sends the
   * same once more.
   * @returns whether there was anything to do, and it was done.
   */
  private async tryToServe(connection: string, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.serve(connection, signal);
    } catch (error) {
      const { log } = this.options;
      if (!signal.aborted) log.error({ err: error, connection }, `${FAILED} at one connection; ${GOES_ON}`);
      return false;
    }
  }

  /** @returns whether there was anything to do. */
  private async serve(connection: string, signal: AbortSignal): Promise<boolean> {
    const { database, clouds, clock } = this.options;
    const writes = await dueWrites(database, { connection, now: clock(), limit: WRITES_PER_STEP });
    const cloud = clouds.get(connection);
    const cut = writes.filter(({ event }) => cloudOf(clouds, event) === null);
    await this.giveUp(cut, cutOffMessage(connection, cloud !== undefined));
    const reachable = writes.filter((write) => !cut.includes(write));
    if (cloud !== undefined) await this.work(cloud, reachable, signal);
    return writes.length > 0;
  }

  /** Ends what no connection leads to any more. */
  private async giveUp(cut: readonly DueWrite[], message: string): Promise<void> {
    const settled = cut.filter(isWrite).map((write) => ({
      write,
      judgement: { kind: "failed", message: sentBefore(write, message) } as const,
    }));
    await settleWrites(this.options, settled);
    for (const write of cut.filter((one) => !isWrite(one))) await attributeChange(this.options, write, null);
  }

  private async work(cloud: ConnectedCloud, writes: readonly DueWrite[], signal: AbortSignal): Promise<void> {
    const toSend: DueWrite[] = [];
    const settled: SettledWrite[] = [];
    let outage: CloudError | null = null;
    await pMap(
      writes,
      async (write) => {
        try {
          // One call that failed for everybody is enough: the others would only wait for the same.
          if (outage !== null) throw outage;
          if (!isWrite(write)) return await attributeChange(this.options, write, { cloud, signal });
          const judgement = await this.judge(cloud, write, signal);
          if (judgement.kind === "send") toSend.push(write);
          else if (judgement.kind === "look-again") await noteLook(this.options, write, judgement.inMs);
          else settled.push({ write, judgement });
        } catch (error) {
          if (signal.aborted) throw error;
          logOwnError(this.options.log, error, cloud.config.id);
          if (isOutage(error)) outage = error;
          if (!isWrite(write)) return await noteUnattributed(this.options, write, error);
          const failed = await noteFailure(this.options, cloud, write, error, "read");
          if (failed !== null) settled.push({ write, judgement: failed });
        }
      },
      // Those under way are waited for: nothing of this step may go on in the next.
      { concurrency: LOOKS_AT_ONCE, stopOnError: false },
    ).catch((error: unknown) => {
      throw error instanceof AggregateError ? error.errors[0] : error;
    });
    await settleWrites(this.options, settled);
    await sendWrites(this.options, cloud, toSend, signal);
  }

  private async judge(cloud: ConnectedCloud, write: DueWrite, signal: AbortSignal) {
    const { clock } = this.options;
    const view = await lookAtCloud(cloud, write, clock(), signal);
    return judgeWrite(write.change, view, clock());
  }
}

/** Otherwise it is a change of the cloud's own, whose author is still to be found out. */
const isWrite = ({ change }: DueWrite) => change.writeState !== null;

/** @param configured the id is in use, for another product. */
function cutOffMessage(connection: string, configured: boolean): string {
  return configured
    ? `The connection ${connection} leads to another product now. Give this id back to the one before, then set the status again.`
    : `The connection ${connection} is not configured any more. Configure it again, then set the status again.`;
}
