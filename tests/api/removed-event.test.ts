import { afterAll, beforeAll, expect, test } from "vitest";
import { activityListSchema } from "@/lib/api/activity";
import { eventHistorySchema } from "@/lib/api/event-detail";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { removeOutdated } from "@/lib/server/retention/run-retention";
import { type Client, withJson } from "../support/callers";
import { mappedEvent } from "../support/event-factory";
import { startTestServer, type TestServer } from "../support/test-server";

const DAY_MS = 86_400_000;

let server: TestServer;
let admin: Client;
let id = "";

/** An event whose status somebody has set, and which was removed after its time. */
beforeAll(async () => {
  server = await startTestServer({ connections: [] });
  admin = await server.signIn("admin");
  const { clock, database } = server.deps;
  const lastSeenAt = new Date(clock().getTime() - 31 * DAY_MS).toISOString();
  const input = { connection: "gone-waf", events: [mappedEvent({ lastSeenAt })], syncedAt: clock() };
  [id = ""] = (await writeEvents(database, input)).ids;
  const change = { events: [{ id, version: 1 }], status: "ignored", note: "our scanner" };
  await admin("/api/events/status", withJson("POST", change));
  await admin("/api/settings", withJson("PATCH", { version: 0, retentionDays: 30 }));
  await removeOutdated(server.deps, async () => {}, new AbortController().signal);
});
afterAll(() => server.close());

test("an event that was removed after its time is not found any more", async () => {
  expect((await admin(`/api/events/${id}`)).status).toBe(404);
});

test("its history still says who changed what, and that the event itself is gone", async () => {
  const history = eventHistorySchema.parse(await (await admin(`/api/events/${id}/history`)).json());
  expect(history).toMatchObject({
    items: [{ actor: { name: "admin" }, from: "toBeConfirmed", to: "ignored", note: "our scanner" }],
    cloud: { state: "unavailable", reason: expect.stringContaining("removed") },
  });
});

test("the activity still names it, and says how many events were removed and by whom", async () => {
  const changes = await admin(`/api/activity?subject=${id}`);
  expect(activityListSchema.parse(await changes.json()).items).toMatchObject([{ action: "status.changed" }]);
  const removals = await admin("/api/activity?action=events.removed");
  expect(activityListSchema.parse(await removals.json()).items).toMatchObject([
    { actor: { kind: "system" }, details: { count: 1, lastSeenBefore: expect.any(String) } },
  ]);
});
