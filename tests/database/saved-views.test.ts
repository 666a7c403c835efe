import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { insertView, removeView } from "@/lib/server/db/queries/saved-views";
import { users } from "@/lib/server/db/schema/accounts";
import { savedViews } from "@/lib/server/db/schema/saved-views";
import { changeView } from "@/lib/server/triage/views/change-view";
import { openTestDatabase } from "../support/database";

// The embedded database lets one transaction in at a time: only a server can show these.

const NOW = new Date("2026-02-01T08:00:00.000Z");

let open: OpenDatabase;
beforeAll(async () => {
  open = await openTestDatabase("postgres");
  await open.orm.insert(users).values({ id: "ana", username: "ana", role: "analyst", createdAt: NOW });
});
beforeEach(async () => {
  await open.orm.delete(savedViews);
  await insertView(open.orm, view("first"));
});
afterAll(() => open.close());

const view = (name: string) => ({
  id: name,
  ownerId: "ana",
  name,
  query: "",
  shared: false,
  createdAt: NOW,
  updatedAt: NOW,
});

const ana = {
  signedIn: {
    user: { id: "ana", username: "ana", role: "analyst" },
    via: { kind: "session", id: "s" },
    signedInAt: NOW,
    expiresAt: NOW,
    mustChangePassword: false,
  },
  facts: { address: "127.0.0.1", userAgent: null },
} as const;

/** Whether a statement waits for another transaction. */
async function somebodyWaits(): Promise<boolean> {
  const { rows } = await open.orm.execute(
    sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

/** The change of the view "first", made while somebody else's transaction has done its work and not ended. */
async function changeDuring(other: (tx: Database) => Promise<unknown>, change: object): Promise<unknown> {
  const ended = open.orm.transaction(async (tx) => {
    await other(tx);
    const changing = changeView({ database: open.orm, clock: () => NOW }, ana, "first", change).catch(
      (error: unknown) => error,
    );
    await vi.waitUntil(somebodyWaits, { timeout: 10_000 });
    return { changing };
  });
  return (await ended).changing;
}

test("a view that is given the name of one that is just being saved is refused, naming the name", async () => {
  const answer = await changeDuring((tx) => insertView(tx, view("second")), { name: "second" });
  expect(answer).toMatchObject({ code: "conflict", detail: expect.stringContaining("second") });
});

test.each([
  ["renamed", { name: "other" }],
  ["shared", { shared: true }],
  ["made a default", { isDefault: true }],
])("a view that is %s while somebody deletes it is not found", async (_what, change) => {
  const answer = await changeDuring((tx) => removeView(tx, "first"), change);
  expect(answer).toMatchObject({ code: "not-found" });
});
