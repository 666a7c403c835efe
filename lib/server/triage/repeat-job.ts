import type { RepeatedItems } from "@/lib/api/jobs";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import { findJob, jobItemsFrom } from "@/lib/server/db/queries/jobs";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { newChange } from "./new-change";
import type { Requester } from "./requester";
import { startJob } from "./start-job";

/**
 * Gives events that a bulk change did not reach its status after all, whatever they have now, as a bulk change
 * of its own.
 * @throws ProblemError not-found; conflict where there is nothing to repeat.
 */
export async function repeatJob(
  deps: Pick<Deps, "database" | "clock">,
  requester: Requester,
  jobId: string,
  only: RepeatedItems,
): Promise<StatusChangeResponse> {
  const found = await findJob(deps.database, jobId);
  if (found === null) throw new ProblemError("not-found", `There is no bulk change ${jobId}.`);
  const { status, note, reason } = found.change;
  const filter = only === "conflict" ? { outcome: only } : { writeState: only };
  const [any] = await jobItemsFrom(deps.database, jobId, { position: 0, limit: 1 }, filter);
  if (status === null || any === undefined) {
    throw new ProblemError("conflict", "This bulk change has left no such events to set the status of.");
  }
  const change = { ...newChange(deps, requester), status, note, reason };
  return startJob(deps, change, { kind: "status", from: { repeats: jobId, status, ...filter } });
}
