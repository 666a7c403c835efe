import { eq, sql } from "drizzle-orm";
import type { StatusChangeResponse, StatusResult } from "@/lib/api/status-change";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import { connectionsWithWrites } from "@/lib/server/db/queries/outbox";
import { statusHistory } from "@/lib/server/db/queries/status-change-rows";
import { events } from "@/lib/server/db/schema/events";
import { Outbox, type OutboxOptions } from "@/lib/server/outbox/outbox";
import { SOURCES } from "@/lib/server/sources/registry";
import { databaseStore } from "@/lib/server/sync/database-store";
import { changeStatus } from "@/lib/server/triage/change-status";
import type { Requester } from "@/lib/server/triage/requester";
import { apisecEvent, type Simulator, startSimulator } from "@/lib/simulator";
import { simulatedConnections } from "../simulated-clouds";
import { unlimited } from "../stub-connections";
import { startTestServer, type TestServer } from "../test-server";

export const MIA: Requester = { id: "user-mia", name: "mia", origin: "watchfloor", address: "192.0.2.10" };
export const BEN: Requester = { id: "user-ben", name: "ben", origin: "api", address: "192.0.2.11" };

/** More waiting than any change can need: one that goes on longer never ends. */
const MOST_STEPS = 500;
const DAY_MS = 86_400_000;
const STEP_LIMIT_MS = 60 * 60_000;

/** A console over a simulated WAF, both on one clock that only moves when told to. */
export class OutboxWorld {
  private constructor(
    readonly simulator: Simulator,
    readonly server: TestServer,
    private readonly time: { now: number },
  ) {}

  static async start(): Promise<OutboxWorld> {
    const time = { now: Date.now() };
    const clock = () => new Date(time.now);
    const limits = { waf: { maxPageSize: 5_000 } };
    const simulator = await startSimulator({ scenario: "empty", clock, wallClock: clock, limits });
    const server = await startTestServer({
      clock,
      connections: [simulatedConnections(simulator).waf],
      cloudClient: {
        budgets: unlimited,
        sleep: async (_ms, signal) => signal.throwIfAborted(),
        timeoutMs: 3_000,
      },
    });
    return new OutboxWorld(simulator, server, time);
  }

  /**
   * Another day, without faults, and with nothing but new API security events, all to be confirmed.
   * @returns their rows; at least one.
   */
  async begin(count = 1) {
    const { controls } = this.simulator;
    controls.faults.clear();
    controls.faults.throttling(false);
    controls.requests.clear();
    controls.waf.loseModifications([]);
    controls.waf.apisecEvents.clear();
    this.pass(DAY_MS);
    const now = Math.floor(this.time.now / 1000);
    const times = (index: number) => ({ StartTs: now - 7_200 - index, EndTs: now - 3_600 });
    const added = Array.from({ length: count }, (_, index) => apisecEvent(`${now}-${index}`, times(index)));
    controls.waf.addApisecEvent(...added);
    await this.deps.database.execute(
      sql`TRUNCATE events, attackers, targets, status_changes, jobs, job_items, changes CASCADE`,
    );
    await this.sync();
    const rows = await this.rows();
    const [first] = rows;
    if (!first || rows.length !== count) throw new Error("The events were not read.");
    return { rows, first };
  }

  get deps() {
    return this.server.deps;
  }

  pass(ms: number): void {
    this.time.now += ms;
  }

  /** Reads the lists, as a sync does. */
  async sync(): Promise<void> {
    const { database, clock, clouds } = this.deps;
    const source = SOURCES["waf-api-security"];
    for (const [connection, { client }] of clouds) {
      const store = databaseStore(database, { connection, source: source.id }, clock);
      const span = { from: new Date(clock().getTime() - DAY_MS), to: clock() };
      for (const list of source.lists) {
        for (let page = 1, total = Number.POSITIVE_INFINITY, read = 0; read < total; page += 1) {
          const shared = { list, ...span, page, stored: store.storedRaw, priority: "background" } as const;
          const answer = await source.readPage(client, { ...shared, signal: new AbortController().signal });
          await store.writeEvents(answer.events);
          read += answer.rows;
          total = answer.rows === 0 ? read : answer.total;
        }
      }
    }
  }

  /** A worker of its own, as a process that has just started has one. */
  newOutbox(options: Partial<OutboxOptions> = {}): Outbox {
    return new Outbox({ ...this.deps, sleep: async () => {}, random: () => 0, ...options });
  }

  /** Lets a worker work until nothing is left to do. */
  async settle(outbox: Outbox = this.newOutbox(), signal = new AbortController().signal): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if ((await outbox.step(signal)) === 0) continue;
      const waiting = await connectionsWithWrites(this.deps.database);
      const next = Math.min(...waiting.map(({ dueAt }) => dueAt.getTime()));
      if (next === Number.POSITIVE_INFINITY) return;
      this.pass(Math.min(STEP_LIMIT_MS, Math.max(1, next - this.time.now)));
    }
    throw new Error("The outbox did not come to an end.");
  }

  async rows(): Promise<
    Pick<SecurityEvent, "id" | "connection" | "version" | "status" | "statusOrigin" | "writeState">[]
  > {
    const { id, connection, version, status, statusOrigin, writeState } = events;
    return this.deps.database
      .select({ id, connection, version, status, statusOrigin, writeState })
      .from(events)
      .orderBy(id);
  }

  async row(id: string) {
    const row = (await this.rows()).find((candidate) => candidate.id === id);
    if (!row) throw new Error(`There is no event ${id}.`);
    return row;
  }

  /** The id that the cloud gave the event. */
  async upstreamId(id: string): Promise<string> {
    const row = await this.deps.database.query.eventDetails.findFirst({
      where: (details) => eq(details.eventId, id),
    });
    return row?.upstreamId ?? "";
  }

  async set(
    ids: readonly { readonly id: string; readonly version: number }[],
    status: Status,
    { by = MIA, note }: { readonly by?: Requester; readonly note?: string } = {},
  ): Promise<Extract<StatusChangeResponse, { kind: "applied" }> & { readonly first: StatusResult }> {
    const events = ids.map(({ id, version }) => ({ id, version }));
    const answer = await changeStatus(this.deps, by, { events, status, ...(note ? { note } : {}) });
    const first = answer.kind === "applied" ? answer.results[0] : undefined;
    if (answer.kind !== "applied" || !first) throw new Error("The change was not made at once.");
    return { ...answer, first };
  }

  history(id: string) {
    return statusHistory(this.deps.database, id);
  }

  /** The calls that wrote, as the cloud received them. */
  sent() {
    return this.simulator.controls.requests.all("ModifyApisecEvents");
  }

  /** What the cloud has recorded of an event, oldest first. */
  async operations(id: string) {
    return this.simulator.controls.waf.apisecEvents.get(await this.upstreamId(id))?.operations ?? [];
  }

  async cloudStatus(id: string): Promise<string | undefined> {
    return this.simulator.controls.waf.apisecEvents.get(await this.upstreamId(id))?.UserStatus;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.simulator.close();
  }
}
