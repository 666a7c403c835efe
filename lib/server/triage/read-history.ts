import { z } from "zod";
import type { EventHistory } from "@/lib/api/event-detail";
import { CAPABILITIES } from "@/lib/events/capabilities";
import type { SecurityEvent } from "@/lib/events/event";
import { findCloudOperations, saveCloudOperations } from "@/lib/server/db/queries/cloud-operations";
import { countChanged, statusHistory } from "@/lib/server/db/queries/status-change-rows";
import { findStatusTargets } from "@/lib/server/db/queries/status-targets";
import type { Deps } from "@/lib/server/deps";
import { failureReason } from "@/lib/server/sources/live/failure-reason";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudOperationRecord } from "@/lib/server/sources/source";
import { withTimeLimit } from "@/lib/server/time-limit";
import { endingWith } from "./ending-with";
import { type ConnectedRecord, disconnectedReason, findConnectedRecord } from "./find-connected-record";
import { historyOfRemoved } from "./history-of-removed";
import { LIVE_LIMIT_MS } from "./live-details";
import { type HistoryEntry, mergeHistory, statusAt } from "./merge-history";

/** A history whose items carry the cloud's records as JSON text, exactly as they came. */
export type HistoryReading = Omit<EventHistory, "items"> & { readonly items: readonly HistoryEntry[] };

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
  if (cloud === null) return readCopy(deps, id, disconnectedReason(deps, record));
  try {
    const operations = await withTimeLimit(LIVE_LIMIT_MS, (signal) =>
      readHistory(endingWith(cloud.client, signal), record, signal),
    );
    const readAt = deps.clock();
    await saveCloudOperations(deps.database, id, { readAt, operations: JSON.stringify(operations) });
    return { operations, cloud: { state: "live", readAt: readAt.toISOString(), reason: null } };
  } catch (error) {
    return readCopy(deps, id, failureReason(error));
  }
}

const DIFFERENCES = {
  queued: "Our change is about to be sent to the cloud.",
  sent: "Our change was sent to the cloud and is being read back.",
  verified: "The cloud has been changed since our change was verified.",
  overtaken: "Somebody changed it in the cloud.",
  failed: "Our change was not seen to get into the cloud.",
  none: "Kept here only; the cloud keeps its own status.",
} as const;

/** How our status and the cloud's differ: as its history says if it was asked, else as it was seen last. */
async function findDifference(
  { database }: Deps,
  { id, status, source, writeState }: SecurityEvent,
  { cloud, operations }: CloudPart,
): Promise<EventHistory["difference"]> {
  if (CAPABILITIES[source].statusOrigin === "local") return null;
  const target = (await findStatusTargets(database, [id])).get(id);
  const known = target?.cloudStatus ?? (target?.cloudWord || null);
  const told = (cloud.state === "live" ? operations[0]?.to : null) ?? known;
  if (told === null || told === status) return null;
  return { ours: status, cloud: told, message: DIFFERENCES[writeState ?? "none"] };
}

async function countEvents({ database }: Deps, items: readonly HistoryEntry[]): Promise<HistoryEntry[]> {
  const counts = await countChanged(
    database,
    items.flatMap(({ changeId }) => changeId ?? []),
  );
  return items.map((item) => ({ ...item, changeEvents: counts.get(item.changeId) ?? null }));
}

/**
 * Reads who changed an event's status, newest first: the cloud's own record merged with ours. Where the
 * cloud does not answer, its last answer is given and marked so. Our record outlives the event.
 * @param at the moment whose status is asked for; null for none.
 * @throws ProblemError not-found
 */
export async function readHistory(
  deps: Deps,
  eventId: string,
  { live, at }: { readonly live: boolean; readonly at: Date | null },
): Promise<HistoryReading> {
  const removed = await historyOfRemoved(deps.database, eventId, at);
  if (removed !== null) return removed;
  const connected = await findConnectedRecord(deps, eventId);
  const { event } = connected.record;
  const part = await readCloud(deps, connected, live);
  const items = await countEvents(
    deps,
    mergeHistory(await statusHistory(deps.database, eventId), part.operations),
  );
  return {
    items,
    cloud: part.cloud,
    difference: await findDifference(deps, event, part),
    asOf: at && { at: at.toISOString(), ...statusAt(items, at, event.status) },
  };
}
