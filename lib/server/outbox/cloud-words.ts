import type { Status } from "@/lib/events/status";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** Somebody in the cloud, in words. */
function whoIs(operation: CloudOperationRecord | null): string {
  if (operation === null) return "somebody";
  return operation.origin === "cloud-system" ? "the cloud itself" : `cloud user ${operation.userId}`;
}

/** @param word what the cloud has where that is no status of ours; empty where it tells none. */
export function overtakenMessage({
  status,
  word,
  by,
}: {
  readonly status: Status;
  readonly word: string | null;
  readonly by: CloudOperationRecord | null;
}): string {
  if (word === null) {
    const message = `Overtaken: ${whoIs(by)} set "${status}" in the cloud. Look at both, then set the status again if yours is right.`;
    return message;
  }
  if (word === "") {
    const message =
      "Overtaken: the cloud tells no status of this event. Look at it in the cloud's console, then set the status again if yours is right.";
    return message;
  }
  const message = `Overtaken: ${whoIs(by)} set "${word}" in the cloud, which is no status that Watchfloor knows. Look at it in the cloud's console, then set the status again if yours is right.`;
  return message;
}

/** What should be known of a status that was found in the cloud; null where it is one of ours. */
export function unknownStatusMessage(word: string | null): string | null {
  if (word === null) return null;
  const message =
    word === ""
      ? "The cloud tells no status of this event."
      : `The cloud says "${word}", which is no status that Watchfloor knows.`;
  return message;
}

/** What a change has replaced; null where it was what anybody could expect. */
export function replacedMessage(replaced: CloudOperationRecord | null, word: string | null): string | null {
  if (replaced !== null) {
    const message = `Replaced "${replaced.to}", set in the cloud just before by ${whoIs(replaced)}.`;
    return message;
  }
  if (!word) return null;
  const message = `Replaced "${word}", which the cloud had and which is no status that Watchfloor knows.`;
  return message;
}
