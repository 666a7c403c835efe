import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { events } from "@/lib/server/db/schema/events";
import { createLogger } from "@/lib/server/log";
import { deferred } from "../support/deferred";
import { failingAt } from "../support/outbox/failing-client";
import { OutboxWorld } from "../support/outbox/outbox-world";

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.start();
});
afterAll(() => world.close());

/** From now on the database refuses to note anything of the event's changes. */
async function refuseToNote(eventId: string): Promise<void> {
  const { database } = world.deps;
  await database.execute(sql`CREATE FUNCTION refuse_to_note() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'refused on purpose'; END $$`);
  await database.execute(sql`CREATE TRIGGER refuse_to_note BEFORE UPDATE ON status_changes
    FOR EACH ROW WHEN (OLD.event_id = ${sql.raw(`'${eventId}'`)}) EXECUTE FUNCTION refuse_to_note()`);
}

describe("a step of the outbox", () => {
  it("takes what another step has sent meanwhile for sent: it is not sent twice", async () => {
    const { first } = await world.begin();
    await world.set([first], "confirmed");
    world.pass(8_000);
    const { signal } = new AbortController();
    await Promise.all([world.newOutbox().step(signal), world.newOutbox().step(signal)]);
    expect(world.sent()).toHaveLength(1);
    await world.settle();
    expect(await world.row(first.id)).toMatchObject({ status: "confirmed", writeState: "verified" });
    expect(world.sent()).toHaveLength(1);
  });

  it("ends when all connections are served, also when one fails: the next begins after it", async () => {
    const { rows } = await world.begin(2);
    const [served, broken] = rows;
    const [connected] = world.deps.clouds.values();
    if (!served || !broken || !connected) throw new Error("Two events of a connection are needed.");
    await world.set(rows, "confirmed");
    await world.deps.database.update(events).set({ connection: "broken" }).where(eq(events.id, broken.id));
    await refuseToNote(broken.id);
    const failed = deferred<void>();
    const steps: string[] = [];
    const client: typeof connected.client = {
      async call(operation, parameters, options) {
        await failed.promise;
        const answer = await connected.client.call(operation, parameters, options);
        steps.push(operation.name);
        return answer;
      },
    };
    const clouds = new Map([
      [served.connection, { ...connected, client }],
      ["broken", { ...connected, client: failingAt(connected.client, "") }],
    ]);
    world.pass(8_000);
    const stop = new AbortController();
    const outbox = world.newOutbox({
      clouds,
      log: createLogger("error", {
        write: (line) => {
          if (line.includes("goes on in a moment")) failed.resolve();
        },
      }),
      sleep: async () => {
        steps.push("rest");
        stop.abort();
      },
    });
    await outbox.run(stop.signal);
    const sentOrRested = steps.filter((step) => !step.startsWith("Describe"));
    expect(sentOrRested).toEqual(["ModifyApisecEvents", "rest"]);
  });
});
