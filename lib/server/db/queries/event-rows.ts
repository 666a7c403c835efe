import type { SecurityEvent } from "@/lib/events/event";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { targets } from "../schema/targets";

/** The columns of `events` that an answer shows. */
export const EVENT_COLUMNS = {
  id: events.id,
  connection: events.connection,
  source: events.source,
  severity: events.severity,
  status: events.status,
  statusOrigin: events.statusOrigin,
  writeState: events.writeState,
  type: events.type,
  lastSeenAt: events.lastSeenAt,
  attackCount: events.attackCount,
  outcome: events.outcome,
  assignee: events.assignee,
  version: events.version,
};

/** The columns of the joined tables that an answer shows. */
export const DETAIL_COLUMNS = {
  upstreamId: eventDetails.upstreamId,
  title: eventDetails.title,
  description: eventDetails.description,
  firstSeenAt: eventDetails.firstSeenAt,
  blockedCount: eventDetails.blockedCount,
  attackers: eventDetails.attackers,
  unmapped: eventDetails.unmapped,
  syncedAt: eventDetails.syncedAt,
  target: targets.target,
};

/** A row as selected: the event, with instants still as dates. */
type EventRow = Omit<SecurityEvent, "firstSeenAt" | "lastSeenAt" | "syncedAt"> & {
  readonly firstSeenAt: Date | null;
  readonly lastSeenAt: Date;
  readonly syncedAt: Date;
};

export function toSecurityEvent(row: EventRow): SecurityEvent {
  return {
    id: row.id,
    connection: row.connection,
    source: row.source,
    upstreamId: row.upstreamId,
    severity: row.severity,
    status: row.status,
    statusOrigin: row.statusOrigin,
    writeState: row.writeState,
    type: row.type,
    title: row.title,
    description: row.description,
    firstSeenAt: row.firstSeenAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt.toISOString(),
    attackCount: row.attackCount,
    blockedCount: row.blockedCount,
    outcome: row.outcome,
    attackers: row.attackers,
    target: row.target,
    unmapped: row.unmapped,
    assignee: row.assignee,
    version: row.version,
    syncedAt: row.syncedAt.toISOString(),
  };
}
