import { z } from "zod";
import type { EventHistory, HistoryItem } from "@/lib/api/event-detail";
import { findCloudOperations, saveCloudOperations } from "@/lib/server/db/queries/cloud-operations";
import type { Deps } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudOperationRecord } from "@/lib/server/sources/source";
import { failureReason } from "./failure-reason";
import { type ConnectedRecord, disconnectedReason, findConnectedRecord } from "./find-connected-record";
import { LIVE_LIMIT_MS } from "./live-details";
import { withTimeLimit } from "./time-limit";

/** A history whose items carry the cloud's records as JSON text, exactly as they came. */
export type HistoryReading = Omit<EventHistory, "items"> & {
  readonly items: readonly (Omit<HistoryItem, "raw"> & { readonly raw: string | null })[];
};

type CloudPart = {
  readonly operations: readonly CloudOperationRecord[];
  readonly cloud: EventHistory["cloud"];
};

const storedOperations = z.array(
  z.object({
    at: z.string(),
    userId: z.string(),
    from: z.string().nullable(),
    to: z.string(),
    note: z.string().nullable(),
    origin: z.enum(["cloud-console", "cloud-system"]),
    raw: z.string(),
  }),
);

/** Our copy of the cloud's last answer, with why the cloud itself was not heard. */
async function readCopy(deps: Deps, eventId: string, reason: string | null): Promise<CloudPart> {
  const copy = await findCloudOperations(deps.database, eventId);
  if (copy === null) return { operations: [], cloud: { state: "unavailable", readAt: null, reason } };
  return {
    operations: storedOperations.parse(JSON.parse(copy.operations)),
    cloud: { state: "cached", readAt: copy.readAt.toISOString(), reason },
  };
}

async function readCloud(deps: Deps, { record, cloud }: ConnectedRecord, live: boolean): Promise<CloudPart> {
  const { id, source } = record.event;
  const { readHistory } = SOURCES[source];
  if (readHistory === null) return { operations: [], cloud: { state: "none", readAt: null, reason: null } };
  if (!live) return readCopy(deps, id, "The cloud was not asked.");
  if (cloud === null) return readCopy(deps, id, disconnectedReason(record));
  try {
    const operations = await withTimeLimit(LIVE_LIMIT_MS, (signal) =>
      readHistory(cloud.client, record, signal),
    );
    const readAt = deps.clock();
    await saveCloudOperations(deps.database, id, { readAt, operations: JSON.stringify(operations) });
    return { operations, cloud: { state: "live", readAt: readAt.toISOString(), reason: null } };
  } catch (error) {
    return readCopy(deps, id, failureReason(error));
  }
}

/**
 * Reads who changed an event's status, newest first: the cloud's own record merged with ours. Where the
 * cloud does not answer, its last answer is given and marked so.
 * @throws ProblemError not-found
 */
export async function readHistory(
  deps: Deps,
  eventId: string,
  { live }: { readonly live: boolean },
): Promise<HistoryReading> {
  const { operations, cloud } = await readCloud(deps, await findConnectedRecord(deps, eventId), live);
  const items = operations.map(({ userId, ...operation }) => ({
    ...operation,
    actor:
      operation.origin === "cloud-system"
        ? { kind: "system" as const, id: userId, name: null }
        : { kind: "cloud-user" as const, id: userId, name: null },
    reason: null,
    writeState: null,
  }));
  return { items: items.sort((a, b) => b.at.localeCompare(a.at)), cloud };
}
