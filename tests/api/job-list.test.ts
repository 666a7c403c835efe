import { afterAll, beforeAll, expect, test } from "vitest";
import { type Job, jobListSchema, jobSchema } from "@/lib/api/jobs";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import { insertStatusChanges } from "@/lib/server/db/queries/status-change-rows";
import { newChange } from "@/lib/server/triage/new-change";
import { runJobChunk } from "@/lib/server/triage/run-jobs";
import { startJob } from "@/lib/server/triage/start-job";
import { undoStatus } from "@/lib/server/triage/undo-status";
import { withJson } from "../support/callers";
import { MIA } from "../support/outbox/outbox-world";
import { StatusDesk } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
afterAll(() => desk.close());

const jobOf = (answer: StatusChangeResponse) => (answer.kind === "job" ? answer.jobId : "");

/** A bulk change of no events, which is done as soon as its turn comes. */
async function accept(): Promise<string> {
  const { deps } = desk.server;
  desk.pass(1_000);
  const change = { ...newChange(deps, MIA), status: "ignored" } as const;
  const answer = await startJob(deps, change, { kind: "status", from: { items: [] } });
  return jobOf(answer);
}

async function finish(jobId: string): Promise<string> {
  desk.pass(1_000);
  await runJobChunk(desk.server.deps, jobId);
  return jobId;
}

async function order(jobId: string, action: string): Promise<void> {
  desk.pass(1_000);
  await desk.mia(`/api/jobs/${jobId}`, withJson("PATCH", { action }));
}

async function read(jobId: string): Promise<Job> {
  return jobSchema.parse(await (await desk.mia(`/api/jobs/${jobId}`)).json());
}

async function listed(limit: number): Promise<string[]> {
  const response = await desk.mia(`/api/jobs?limit=${limit}`);
  return jobListSchema.parse(await response.json()).jobs.map(({ id }) => id);
}

test("a bulk change that has not ended is listed first, however many newer ones have; of those, the latest to end", async () => {
  const paused = await accept();
  await order(paused, "pause");
  const late = await accept();
  const early = [await finish(await accept()), await finish(await accept()), await finish(await accept())];
  const waiting = await accept();
  await finish(late);
  expect(await listed(2)).toEqual([waiting, paused, late, early[2]]);

  await order(paused, "cancel");
  await finish(waiting);
  expect(await listed(2)).toEqual([waiting, paused]);
});

test("a bulk change that has ended and waits for its cloud is listed, however many newer ones there are", async () => {
  const waiting = await finish(await accept());
  const change = {
    at: desk.now,
    eventId: "event-1",
    version: 2,
    from: "toBeConfirmed",
    to: "ignored",
    fromOrigin: "cloud",
    changeId: (await read(waiting)).changeId,
    actorKind: "user",
    origin: "watchfloor",
    writeState: "queued",
    dueAt: desk.now,
  } as const;
  await insertStatusChanges(desk.database, [change, { ...change, eventId: "event-2" }]);
  const newest = await finish(await accept());
  expect(await listed(1)).toEqual([newest, waiting]);
});

test("a bulk change tells that it has been taken back, until that is cancelled", async () => {
  const jobId = await finish(await accept());
  const { changeId, undone } = await read(jobId);
  const undo = await undoStatus(desk.server.deps, MIA, changeId);
  const after = await read(jobId);
  await order(jobOf(undo), "cancel");
  expect([undone, after.undone, (await read(jobId)).undone]).toEqual([false, true, false]);
});
