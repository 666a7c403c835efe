import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { dropQueued, insertChange, insertStatusChanges } from "@/lib/server/db/queries/status-change-rows";
import { lockStatusTargets } from "@/lib/server/db/queries/status-targets";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { newChange } from "@/lib/server/triage/new-change";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { openTestDatabase } from "../support/database";
import { mappedEvent } from "../support/event-factory";

// The embedded database lets one transaction in at a time: only a server can show these.

const NOW = new Date("2026-02-01T08:00:00.000Z");
const MIA = { id: "mia", name: "mia", origin: "watchfloor", address: null } as const;
const FROM_CONFIRMED = { from: "toBeConfirmed", to: "confirmed", fromOrigin: "cloud" } as const;

let open: OpenDatabase;
beforeAll(async () => {
  open = await openTestDatabase("postgres");
});
afterAll(() => open.close());

/** Whether a statement waits for another transaction. */
async function somebodyWaits(): Promise<boolean> {
  const { rows } = await open.orm.execute(
    sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

/** An event with a status that waits to be sent. @returns the ids of both. */
async function changedEvent() {
  const events = [mappedEvent({ source: "waf-api-security", statusOrigin: "cloud" })];
  const { ids } = await writeEvents(open.orm, { connection: "w", events, syncedAt: NOW });
  const [eventId = ""] = ids;
  const change = newChange({ clock: () => NOW }, MIA);
  await insertChange(open.orm, { ...change, status: "confirmed" });
  const by = { actorKind: "user", origin: "watchfloor", changeId: change.id } as const;
  const write = { writeState: "queued", dueAt: NOW } as const;
  await insertStatusChanges(open.orm, [{ at: NOW, eventId, version: 2, ...FROM_CONFIRMED, ...by, ...write }]);
  return { eventId, changeId: change.id };
}

test("an undo that comes while somebody else changes the event, or it is just being sent, waits for that", async () => {
  const { eventId, changeId } = await changedEvent();
  const deps = { database: open.orm, clock: () => NOW, clouds: new Map(), undoDelayMs: 8_000 };
  const ended = open.orm.transaction(async (tx) => {
    await lockStatusTargets(tx, [eventId]);
    const undoing = undoStatus(deps, MIA, changeId).catch((error: unknown) => error);
    await vi.waitUntil(somebodyWaits, { timeout: 10_000 });
    await dropQueued(tx, [eventId], "Replaced");
    return { undoing };
  });
  expect(await (await ended).undoing).toMatchObject({ kind: "applied" });
});
