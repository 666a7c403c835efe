import type { DueWrite } from "@/lib/server/db/queries/outbox";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudView } from "./judge-write";

/**
 * What the cloud has of an event: its status, and who set it where that tells something: after a call of
 * ours, and where the status is not the expected one.
 * @throws CloudError
 */
export async function lookAtCloud(
  { client }: ConnectedCloud,
  { change, event }: DueWrite,
  now: Date,
  signal: AbortSignal,
): Promise<CloudView> {
  const { statusWriter, readHistory } = SOURCES[event.source];
  if (statusWriter === null || event.upstreamId === null) return { status: null, operations: [] };
  const group = statusWriter.groupOf(event.upstreamKey);
  const address = { group, upstreamId: event.upstreamId, from: event.seenFrom, to: now };
  const status = await statusWriter.readStatus(client, address, signal);
  const surprising = status !== change.to && status !== change.expected;
  if (status === null || readHistory === null || (change.sends === 0 && !surprising)) {
    return { status, operations: [] };
  }
  return { status, operations: await readHistory(client, { event }, signal, "background") };
}
