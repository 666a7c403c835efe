import { sql } from "drizzle-orm";
import { type EventHistory, eventHistorySchema } from "@/lib/api/event-detail";
import { statusChangeResponseSchema } from "@/lib/api/status-change";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { type Client, withJson } from "./callers";
import { mappedEvent } from "./event-factory";
import { startTestServer, type TestServer } from "./test-server";

/** Events as a request names them: with the version that the person saw. */
export const seen = (ids: readonly string[], version = 1) => ids.map((id) => ({ id, version }));

/** A server with two people who change statuses, on a clock that only moves when told to. */
export class StatusDesk {
  private constructor(
    readonly server: TestServer,
    /** An analyst, and an administrator. */
    readonly mia: Client,
    readonly ben: Client,
    private readonly time: { now: number },
  ) {}

  static async open(): Promise<StatusDesk> {
    const time = { now: Date.now() };
    const server = await startTestServer({ connections: [], clock: () => new Date(time.now) });
    return new StatusDesk(server, await server.signIn("analyst"), await server.signIn("admin"), time);
  }

  get database() {
    return this.server.deps.database;
  }

  get now(): Date {
    return new Date(this.time.now);
  }

  pass(ms: number): void {
    this.time.now += ms;
  }

  /** Forgets all events, a moment later. */
  async clear(): Promise<void> {
    this.pass(1_000);
    await this.database.execute(sql`TRUNCATE events, attackers, targets, status_changes CASCADE`);
  }

  /** Stores events of a source that keeps no status. @returns their ids. */
  async store(count = 1): Promise<readonly string[]> {
    const events = Array.from({ length: count }, (_, index) =>
      mappedEvent({ upstreamKey: `event-${index}` }),
    );
    return (await writeEvents(this.database, { connection: "w", events, syncedAt: this.now })).ids;
  }

  /** Sets a status of events that are few enough to be changed at once. */
  async change(client: Client, body: object) {
    const response = await client("/api/events/status", withJson("POST", body));
    const answer = statusChangeResponseSchema.parse(await response.json());
    if (answer.kind !== "applied") throw new Error("The change was not made at once.");
    return answer;
  }

  async history(id: string, query = ""): Promise<EventHistory> {
    return eventHistorySchema.parse(await (await this.mia(`/api/events/${id}/history${query}`)).json());
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
