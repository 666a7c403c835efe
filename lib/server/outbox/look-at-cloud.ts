import type { DueWrite } from "@/lib/server/db/queries/outbox";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudView } from "./judge-write";

const UNKNOWN_EVENT: CloudView = { status: null, word: null, operations: [] };

/** Clouds count in seconds: a range is one long at the least. */
const SECOND_MS = 1_000;

/** What encloses the event, also where the cloud dates it after our clock, or that has been set back. */
function rangeOf({ firstSeenAt, lastSeenAt }: DueWrite["event"], now: Date) {
  const from = firstSeenAt ?? lastSeenAt;
  const after = Math.max(from.getTime(), lastSeenAt.getTime()) + SECOND_MS;
  return { from, to: new Date(Math.max(now.getTime(), after)) };
}

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
  if (statusWriter === null || event.upstreamId === null) return UNKNOWN_EVENT;
  const group = statusWriter.groupOf(event.upstreamKey);
  const address = { group, upstreamId: event.upstreamId, ...rangeOf(event, now) };
  const seen = await statusWriter.readStatus(client, address, signal);
  if (seen === null) return UNKNOWN_EVENT;
  const surprising = seen.word !== null || (seen.status !== change.to && seen.status !== change.expected);
  if (readHistory === null || (change.sends === 0 && !surprising)) return { ...seen, operations: [] };
  return { ...seen, operations: await readHistory(client, { event }, signal, "background") };
}
