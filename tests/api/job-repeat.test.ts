import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { settingsResponseSchema } from "@/lib/api/settings";
import { statusChangeResponseSchema } from "@/lib/api/status-change";
import { runJobChunk } from "@/lib/server/triage/run-jobs";
import { withJson } from "../support/callers";
import { expectProblem, fieldsOf } from "../support/problem";
import { StatusDesk, seen } from "../support/status-desk";

let desk: StatusDesk;

beforeAll(async () => {
  desk = await StatusDesk.open();
});
beforeEach(async () => {
  await desk.clear();
  await askFor({ requireNote: "never", requireReason: "never" });
});
afterAll(() => desk.close());

async function askFor(policy: object): Promise<void> {
  const { version } = settingsResponseSchema.parse(await (await desk.ben("/api/settings")).json());
  await desk.ben("/api/settings", withJson("PATCH", { version, policy }));
}

async function jobOf(response: Response): Promise<string> {
  const answer = statusChangeResponseSchema.parse(await response.json());
  if (answer.kind !== "job") throw new Error("A job was expected.");
  return answer.jobId;
}

/** A bulk change that left an event alone because somebody else was faster. @returns the ids of both. */
async function conflicting(why: object = {}) {
  const [eventId = ""] = await desk.store();
  const made = await desk.mia("/api/events/selection", withJson("POST", { query: "" }));
  const { id: selectionId } = eventSelectionSchema.parse(await made.json());
  await desk.change(desk.ben, { events: seen([eventId]), status: "confirmed" });
  const body = { selectionId, status: "ignored", ...why };
  const jobId = await jobOf(await desk.mia("/api/events/status", withJson("POST", body)));
  await runJobChunk(desk.server.deps, jobId);
  return { eventId, jobId };
}

const repeat = (jobId: string, why: object = {}) =>
  desk.mia(`/api/jobs/${jobId}/repeat`, withJson("POST", { only: "conflict", ...why }));

describe("setting the status of a bulk change after all", () => {
  test("needs the note and the reason that the policy asks for by now", async () => {
    const { eventId, jobId } = await conflicting();
    await askFor({ requireNote: "closing", requireReason: "closing" });
    const refused = await expectProblem(await repeat(jobId), "invalid-request");
    expect(fieldsOf(refused)).toEqual(["note", "reason"]);
    const why = { note: "Our own scanner", reason: "test" };
    await runJobChunk(desk.server.deps, await jobOf(await repeat(jobId, why)));
    expect((await desk.history(eventId)).items[0]).toMatchObject({ to: "ignored", ...why });
  });

  test("keeps the note and the reason of the change, and takes others instead", async () => {
    const { eventId, jobId } = await conflicting({ note: "Our own scanner", reason: "test" });
    await askFor({ requireNote: "closing", requireReason: "closing" });
    await jobOf(await repeat(jobId));
    const other = await jobOf(await repeat(jobId, { note: "Asked the shop team" }));
    await runJobChunk(desk.server.deps, other);
    expect((await desk.history(eventId)).items[0]).toMatchObject({
      note: "Asked the shop team",
      reason: "test",
    });
  });
});
