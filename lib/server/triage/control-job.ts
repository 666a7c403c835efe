import type { ActivityAction } from "@/lib/api/activity";
import type { Job, JobAction, JobState } from "@/lib/api/jobs";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { lockJob, updateJob } from "@/lib/server/db/queries/jobs";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { cancelJob } from "./cancel-job";
import { jobEntry } from "./job-entry";
import { readJob } from "./read-jobs";
import type { Requester } from "./requester";

type Control = {
  readonly from: readonly JobState[];
  readonly to: JobState;
  readonly action: ActivityAction;
};

const CONTROLS: Record<JobAction, Control> = {
  pause: { from: ["queued", "running"], to: "paused", action: "job.paused" },
  resume: { from: ["paused", "failed"], to: "running", action: "job.resumed" },
  cancel: { from: ["queued", "running", "paused", "failed"], to: "cancelled", action: "job.cancelled" },
};

/**
 * Pauses, resumes or cancels a bulk change. What is changed already stays: undo takes it back.
 * @throws ProblemError not-found; conflict when its state does not allow it.
 */
export async function controlJob(
  deps: Pick<Deps, "database" | "clock">,
  requester: Requester,
  jobId: string,
  action: JobAction,
): Promise<Job> {
  const control = CONTROLS[action];
  await deps.database.transaction(async (tx) => {
    const found = await lockJob(tx, jobId);
    if (!found) throw new ProblemError("not-found", `There is no bulk change ${jobId}.`);
    const { job } = found;
    if (job.state === control.to) return;
    if (!control.from.includes(job.state)) {
      throw new ProblemError("conflict", `This bulk change is ${job.state}: there is nothing to ${action}.`);
    }
    const at = deps.clock();
    if (action === "cancel") await cancelJob(tx, found, at);
    else await updateJob(tx, jobId, { state: control.to, finishedAt: null, problem: null });
    await appendActivity(tx, jobEntry(found, control.action, requester, at));
  });
  return readJob(deps, jobId);
}
