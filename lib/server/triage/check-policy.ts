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
  const { requireNote, requireReason } = (await readSettings(database)).policy;
  const closing = isClosing(status);
  const asks = (policy: "never" | "closing" | "always") =>
    policy === "always" || (policy === "closing" && closing);
  const problems = [
    ...(asks(requireNote) && !note
      ? [{ field: "note", message: "This installation asks for a note with this change. Write one." }]
      : []),
    ...(asks(requireReason) && reason === undefined
      ? [
          {
            field: "reason",
            message: "This installation asks for a reason when an event is closed. Choose one.",
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw invalidRequest(problems);
  if (reason !== undefined && !closing) {
    const message = "A reason says why an event is closed. Leave it out for this status.";
    throw invalidRequest([{ field: "reason", message }]);
  }
}
