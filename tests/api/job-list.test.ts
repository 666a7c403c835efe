import { afterAll, beforeAll, expect, test } from "vitest";
import { jobListSchema } from "@/lib/api/jobs";
import { newChange } from "@/lib/server/triage/new-change";
import { runJobChunk } from "@/lib/server/triage/run-jobs";
import { startJob } from "@/lib/server/triage/start-job";
import { withJson } from "../support/callers";
import { MIA } from "../support/outbox/outbox-world";
import { StatusDesk } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
afterAll(() => desk.close());

/** A bulk change of no events, which is done as soon as its turn comes. */
async function accept(): Promise<string> {
  const { deps } = desk.server;
  desk.pass(1_000);
  const change = { ...newChange(deps, MIA), status: "ignored" } as const;
  const answer = await startJob(deps, change, { kind: "status", from: { items: [] } });
  return answer.kind === "job" ? answer.jobId : "";
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
