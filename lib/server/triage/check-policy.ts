import { requiredWith } from "@/lib/api/policy";
import type { StatusChangeRequest } from "@/lib/api/status-change";
import { isClosing } from "@/lib/events/status";
import { readSettings } from "@/lib/server/db/queries/settings";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest } from "@/lib/server/http/problem-error";

/** @throws ProblemError invalid-request when the installation's policy asks for a note or a reason. */
export async function checkPolicy(
  { database }: Pick<Deps, "database">,
  { status, note, reason }: Pick<StatusChangeRequest, "status" | "note" | "reason">,
): Promise<void> {
  const required = requiredWith(status, (await readSettings(database)).policy);
  const problems = [
    ...(required.note && !note
      ? [{ field: "note", message: "This installation asks for a note with this change. Write one." }]
      : []),
    ...(required.reason && reason === undefined
      ? [
          {
            field: "reason",
            message: "This installation asks for a reason when an event is closed. Choose one.",
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw invalidRequest(problems);
  if (reason !== undefined && !isClosing(status)) {
    const message = "A reason says why an event is closed. Leave it out for this status.";
    throw invalidRequest([{ field: "reason", message }]);
  }
}
