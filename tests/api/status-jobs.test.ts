import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { statusChangeResponseSchema, statusPreviewSchema } from "@/lib/api/status-change";
import { runJobChunk } from "@/lib/server/triage/run-jobs";
import { withJson } from "../support/callers";
import { StatusDesk, seen } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
beforeEach(() => desk.clear());
afterAll(() => desk.close());

describe("more events than are changed at once", () => {
  test("are accepted with HTTP 202 and changed by a job", async () => {
    const ids = await desk.store(MOST_EVENTS_AT_ONCE + 1);
    const response = await desk.mia(
      "/api/events/status",
      withJson("POST", { events: seen(ids), status: "ignored" }),
    );
    expect(response.status).toBe(202);
    const answer = statusChangeResponseSchema.parse(await response.json());
    if (answer.kind !== "job") throw new Error("A job was expected.");
    expect(answer.total).toBe(ids.length);
    await runJobChunk(desk.server.deps, answer.jobId);
    await runJobChunk(desk.server.deps, answer.jobId);
    const job = await desk.mia(`/api/jobs/${answer.jobId}`);
    expect(await job.json()).toMatchObject({
      state: "done",
      done: ids.length,
      counts: { changed: ids.length },
    });
    const items = await desk.mia(`/api/jobs/${answer.jobId}/items?limit=1&cursor=5`);
    expect(await items.json()).toMatchObject({ items: [{ outcome: "changed" }], nextCursor: "6" });
  });

  test("may be a frozen selection", async () => {
    const ids = await desk.store(3);
    const made = await desk.mia("/api/events/selection", withJson("POST", { query: "" }));
    const { id } = eventSelectionSchema.parse(await made.json());
    await desk.change(desk.ben, { events: seen(ids.slice(0, 1)), status: "confirmed" });
    const body = { selectionId: id, status: "ignored" };
    const preview = await desk.mia("/api/events/status/preview", withJson("POST", body));
    expect(statusPreviewSchema.parse(await preview.json())).toMatchObject({
      total: 3,
      willChange: 2,
      willNotChange: 1,
      groups: [
        { group: "local", count: 2 },
        { group: "conflict", count: 1, examples: [ids[0]] },
      ],
    });
    const response = await desk.mia("/api/events/status", withJson("POST", body));
    expect(response.status).toBe(202);
    const answer = statusChangeResponseSchema.parse(await response.json());
    const jobId = answer.kind === "job" ? answer.jobId : "";
    await runJobChunk(desk.server.deps, jobId);
    expect(await (await desk.mia(`/api/jobs/${jobId}`)).json()).toMatchObject({
      counts: { changed: 2, conflict: 1 },
    });
  });
});
