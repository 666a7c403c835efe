import type { RepeatJobRequest } from "@/lib/api/jobs";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import { verdictSchema } from "@/lib/events/value-schemas";
import { findJob, jobItemsFrom } from "@/lib/server/db/queries/jobs";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { checkPolicy } from "./check-policy";
import { newChange } from "./new-change";
import type { Requester } from "./requester";
import { startJob } from "./start-job";

/**
 * Gives events that a bulk change did not reach its status after all, whatever they have now, as a bulk change
 * of its own: with the note and reason of the first one, or those that are given instead.
 * @throws ProblemError not-found; conflict where there is nothing to repeat; invalid-request where the policy asks for
 * more by now.
 */
export async function repeatJob(
  deps: Pick<Deps, "database" | "clock">,
  requester: Requester,
  jobId: string,
  { only, ...why }: RepeatJobRequest,
): Promise<StatusChangeResponse> {
  const found = await findJob(deps.database, jobId);
  if (found === null) throw new ProblemError("not-found", `There is no bulk change ${jobId}.`);
  const { status } = found.change;
  const note = why.note || found.change.note;
  const reason = why.reason ?? verdictSchema.safeParse(found.change.reason).data;
  const filter = only === "conflict" ? { outcome: only } : { writeState: only };
  const [any] = await jobItemsFrom(deps.database, jobId, { position: 0, limit: 1 }, filter);
  if (status === null || any === undefined) {
    throw new ProblemError("conflict", "This bulk change has left no such events to set the status of.");
  }
  await checkPolicy(deps, { status, note: note ?? undefined, reason });
  const change = { ...newChange(deps, requester), status, note, reason: reason ?? null };
  return startJob(deps, change, { kind: "status", from: { repeats: jobId, status, ...filter } });
}
