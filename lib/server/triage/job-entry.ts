import type { ActivityAction } from "@/lib/api/activity";
import type { ActivityEntry } from "@/lib/server/activity/append-activity";
import { recordedPerson } from "@/lib/server/auth/acting";
import type { JobWithChange } from "@/lib/server/db/queries/jobs";
import type { Requester } from "./requester";

/** What is recorded of a bulk change that somebody pauses, resumes or ends. */
export function jobEntry(
  { job, change }: JobWithChange,
  action: ActivityAction,
  requester: Requester,
  at: Date,
): ActivityEntry {
  return {
    at,
    ...recordedPerson(requester),
    action,
    subject: job.id,
    details: { kind: job.kind, changeId: change.id, done: job.position, total: job.total },
  };
}
