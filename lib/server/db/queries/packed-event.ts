import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Attacker, SecurityEvent, Target, UnmappedValue } from "@/lib/events/event";
import {
  outcomeCodes,
  severityCodes,
  sourceCodes,
  statusCodes,
  statusOriginCodes,
  writeStateCodes,
} from "../codes";
import { eventDetails, eventRecords } from "../schema/event-records";
import { events } from "../schema/events";
import { targets } from "../schema/targets";

/** Attackers that are kept with an event for lists; the rest is looked up where all are wanted. */
export const LISTED_ATTACKERS = 20;

/** An instant as milliseconds: less to write and to read than its text. */
const milliseconds = (column: PgColumn): SQL => sql`(date_part('epoch', ${column}) * 1000)::int8`;

const packed = (
  attackers: PgColumn | SQL,
) => sql<string>`json_build_array(${events.id}, ${events.connection}, ${events.source},
  ${eventDetails.upstreamId}, ${events.severity}, ${events.status}, ${events.statusOrigin}, ${events.writeState},
  ${events.type}, ${eventDetails.title}, ${eventDetails.description}, ${milliseconds(eventDetails.firstSeenAt)},
  ${milliseconds(events.lastSeenAt)}, ${events.attackCount}, ${eventDetails.blockedCount}, ${events.outcome},
  ${attackers}, ${targets.target}, ${eventDetails.unmapped}, ${events.assignee}, ${events.version},
  ${milliseconds(eventDetails.syncedAt)})::text`;

/**
 * What an answer shows of an event, as one text for {@link unpackEvent}: a row of one value is taken in in half the
 * time of one of twenty-two, which are the columns here.
 */
export const PACKED_EVENT = packed(eventDetails.attackers);

/** The same with all attackers: few events have more than are listed, and only theirs are looked up. */
export const PACKED_WITH_ALL_ATTACKERS = packed(
  sql`CASE WHEN jsonb_array_length(${eventDetails.attackers}) < ${sql.raw(String(LISTED_ATTACKERS))}
    THEN ${eventDetails.attackers}
    ELSE ${eventDetails.attackers} || (SELECT ${eventRecords.moreAttackers} FROM ${eventRecords}
      WHERE ${eventRecords.eventId} = ${events.id}) END`,
);

/** The tables that {@link PACKED_EVENT} reads, joined to a relation that goes by the name of `events`. */
export const withDetails = (relation: SQL): SQL => sql`${relation}
  JOIN ${eventDetails} ON ${eventDetails.eventId} = ${events.id}
  JOIN ${targets} ON ${targets.id} = ${events.targetId}`;

/** In the order of {@link PACKED_EVENT}; closed sets as their codes, instants in milliseconds. */
type Packed = [
  id: string,
  connection: string,
  source: number,
  upstreamId: string | null,
  severity: number,
  status: number,
  statusOrigin: number,
  writeState: number | null,
  type: string,
  title: string,
  description: string | null,
  firstSeenAt: number | null,
  lastSeenAt: number,
  attackCount: number,
  blockedCount: number | null,
  outcome: number,
  attackers: Attacker[],
  target: Target,
  unmapped: UnmappedValue[],
  assignee: string | null,
  version: number,
  syncedAt: number,
];

const iso = (instant: number): string => new Date(instant).toISOString();

/** @throws RangeError for a code that stands for nothing: a newer version wrote it. */
export function unpackEvent(text: string): SecurityEvent {
  const [
    id,
    connection,
    source,
    upstreamId,
    severity,
    status,
    statusOrigin,
    writeState,
    type,
    title,
    description,
    firstSeenAt,
    lastSeenAt,
    attackCount,
    blockedCount,
    outcome,
    attackers,
    target,
    unmapped,
    assignee,
    version,
    syncedAt,
  ]: Packed = JSON.parse(text);
  return {
    id,
    connection,
    source: sourceCodes.decode(source),
    upstreamId,
    severity: severityCodes.decode(severity),
    status: statusCodes.decode(status),
    statusOrigin: statusOriginCodes.decode(statusOrigin),
    writeState: writeState === null ? null : writeStateCodes.decode(writeState),
    type,
    title,
    description,
    firstSeenAt: firstSeenAt === null ? null : iso(firstSeenAt),
    lastSeenAt: iso(lastSeenAt),
    attackCount,
    blockedCount,
    outcome: outcomeCodes.decode(outcome),
    attackers,
    target,
    unmapped,
    assignee,
    version,
    syncedAt: iso(syncedAt),
  };
}
