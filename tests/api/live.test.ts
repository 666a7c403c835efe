import { beforeAll, describe, expect, test } from "vitest";
import { eventChangesSchema, eventRowsSchema } from "@/lib/api/event-changes";
import { eventListSchema } from "@/lib/api/event-list";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { STREAM_TIMING } from "@/lib/server/triage/live-stream";
import { MAX_STREAMS_PER_USER } from "@/lib/server/triage/live-streams";
import { signedInClient, signOut } from "../support/api-client";
import type { Client } from "../support/callers";
import { mappedEvent } from "../support/event-factory";
import { type MessageReader, readMessages } from "../support/message-reader";
import { expectProblem } from "../support/problem";
import { startTestServer, type TestServer } from "../support/test-server";

/** Short, so that nothing is waited for; what ends a stream is not the passing of time. */
const streamTiming = { ...STREAM_TIMING, gather: 5, recheck: 20 };

let server: TestServer;
let viewer: Client;
let keys = 0;

beforeAll(async () => {
  server = await startTestServer({ connections: [], streamTiming });
  viewer = await server.signIn("viewer");
});

async function openStream(client: Client): Promise<MessageReader> {
  const response = await client("/api/events/stream");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  return readMessages(response.body);
}

async function write(facts: Parameters<typeof mappedEvent>[0] = {}): Promise<string> {
  const event = mappedEvent({ upstreamKey: `live-${keys++}`, ...facts });
  const { ids } = await writeEvents(server.deps.database, {
    connection: "shop-waf",
    events: [event],
    syncedAt: server.deps.clock(),
  });
  return ids[0] ?? "";
}

describe("the stream of changes", () => {
  test("begins with a request to read everything, then tells of new and of changed events", async () => {
    const messages = await openStream(viewer);
    expect(await messages.next()).toMatchObject({ type: "resync" });
    const id = await write({ upstreamKey: "told" });
    expect(await messages.nextOf("events")).toMatchObject({ inserted: 1, updated: [], moreUpdated: 0 });
    await write({ upstreamKey: "told", title: "Another title" });
    expect(await messages.nextOf("events")).toMatchObject({ inserted: 0, updated: [id], moreUpdated: 0 });
    await messages.cancel();
  });

  test("ends when its reader signs out, and says so", async () => {
    const client = await signedInClient(server.admin);
    const messages = await openStream(client);
    await signOut(client);
    expect(await messages.nextOf("end")).toEqual({ type: "end", reason: "session-ended" });
    expect(await messages.next()).toBeNull();
  });

  test("is refused beyond a number per person, until one of theirs is closed", async () => {
    const admin = await signedInClient(server.admin);
    const open = await Promise.all(Array.from({ length: MAX_STREAMS_PER_USER }, () => openStream(admin)));
    await expectProblem(await admin("/api/events/stream"), "rate-limited");
    const other = await openStream(viewer);
    await open.pop()?.cancel();
    open.push(await openStream(admin));
    for (const messages of [...open, other]) await messages.cancel();
  });

  test("HEAD opens none", async () => {
    for (let asked = 0; asked <= MAX_STREAMS_PER_USER; asked += 1) {
      expect((await viewer("/api/events/stream", { method: "HEAD" })).status).toBe(200);
    }
  });
});

test("after a list, the number of new events that match is told for the list's mark", async () => {
  const list = eventListSchema.parse(await (await viewer("/api/events?type=marked")).json());
  await write({ type: "marked", severity: "critical" });
  await write({ type: "marked", severity: "low" });
  const added = async (filter: string) => {
    const answer = await viewer(`/api/events/changes?since=${list.mark}&type=marked${filter}`);
    return eventChangesSchema.parse(await answer.json()).added;
  };
  expect(await added("")).toBe(2);
  expect(await added("&severity=critical")).toBe(1);
});

test("rows come in the order of the ids asked for; unknown ones are named", async () => {
  const asked = [await write(), await write()].reverse();
  const answer = await viewer(`/api/events/rows?ids=${[asked[0], "none", asked[1]].join(",")}`);
  const { items, missing } = eventRowsSchema.parse(await answer.json());
  expect(items.map(({ id }) => id)).toEqual(asked);
  expect(missing).toEqual(["none"]);
});

// The last one: it stops the server of this process.
test("streams end when the server stops", async () => {
  const messages = await openStream(viewer);
  await server.close();
  expect(await messages.nextOf("end")).toEqual({ type: "end", reason: "server-stopping" });
});
