import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ActivityAction, activityListSchema } from "@/lib/api/activity";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { settingsResponseSchema } from "@/lib/api/settings";
import { newChange } from "@/lib/server/triage/new-change";
import { startJob } from "@/lib/server/triage/start-job";
import { type Client, makeToken, withJson } from "../support/callers";
import { MIA } from "../support/outbox/outbox-world";
import { StatusDesk, seen } from "../support/status-desk";

let desk: StatusDesk;
let program: Client;

beforeAll(async () => {
  desk = await StatusDesk.open();
  program = (await makeToken(desk.server, desk.ben, "admin")).client;
});
afterAll(() => desk.close());

/** What the last entry of an action says of where it came from. */
async function originOf(action: ActivityAction): Promise<unknown> {
  const response = await desk.ben(`/api/activity?action=${action}&limit=1`);
  return activityListSchema.parse(await response.json()).items[0]?.details.origin;
}

/** A bulk change that somebody else has begun. */
async function bulkChange(): Promise<string> {
  const { deps } = desk.server;
  const change = { ...newChange(deps, MIA), status: "ignored" } as const;
  const answer = await startJob(deps, change, { kind: "status", from: { items: [] } });
  return answer.kind === "job" ? answer.jobId : "";
}

async function retain(client: Client, retentionDays: number): Promise<Response> {
  const { version } = settingsResponseSchema.parse(await (await client("/api/settings")).json());
  return client("/api/settings", withJson("PATCH", { version, retentionDays }));
}

async function selectAndChange(client: Client): Promise<Response> {
  const made = await client("/api/events/selection", withJson("POST", { query: "" }));
  const { id } = eventSelectionSchema.parse(await made.json());
  return client("/api/events/status", withJson("POST", { selectionId: id, status: "ignored" }));
}

/** What is done, with a name that is used once. */
type Act = (client: Client, eventId: string, name: string) => Promise<Response>;

const ACTS: readonly (readonly [ActivityAction, Act])[] = [
  [
    "status.changed",
    (client, id) => client("/api/events/status", withJson("POST", { events: seen([id]), status: "ignored" })),
  ],
  [
    "assignee.changed",
    (client, id) => client(`/api/events/${id}`, withJson("PATCH", { assignee: "me", seen: null })),
  ],
  ["note.added", (client, id) => client(`/api/events/${id}/notes`, withJson("POST", { text: "Ours" }))],
  [
    "checklist.ticked",
    (client, id, step) => client(`/api/events/${id}/checklist`, withJson("PUT", { step, done: true })),
  ],
  ["sample.revealed", (client, id) => client(`/api/events/${id}/reveal`, { method: "POST" })],
  [
    "view.changed",
    (client, _id, name) => client("/api/views", withJson("POST", { name, query: "", shared: true })),
  ],
  ["settings.changed", (client, _id, name) => retain(client, name.length)],
  ["events.exported", (client) => client("/api/events/export?format=csv")],
  ["activity.exported", (client) => client("/api/activity/export?format=csv")],
  ["job.started", selectAndChange],
  [
    "job.cancelled",
    async (client) => client(`/api/jobs/${await bulkChange()}`, withJson("PATCH", { action: "cancel" })),
  ],
];

describe.each(ACTS)("%s", (action, act) => {
  test.each([
    ["a token", "api", () => program],
    ["a session", "watchfloor", () => desk.ben],
  ] as const)("by %s is recorded as such", async (name, origin, client) => {
    await desk.clear();
    const [id = ""] = await desk.store();
    const response = await act(client(), id, name);
    expect(response.status).toBeLessThan(300);
    await response.text();
    expect(await originOf(action)).toBe(origin);
  });
});

test("signing in is recorded as done in the console, and the use of a token as done by the API", async () => {
  expect(await originOf("session.started")).toBe("watchfloor");
  expect(await originOf("token.used")).toBe("api");
});
