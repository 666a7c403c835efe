import type { SecurityEvent } from "@/lib/events/event";
import { isoWriter } from "@/lib/format/instant";

type Cell = string | number | null;

type IsoWriter = (instant: string) => string;

/** Lists in one cell: no value of ours holds a line break that means something. */
const joined = (values: readonly (string | null)[]): string | null =>
  values.length === 0 ? null : values.map((value) => value ?? "").join("\n");

/**
 * The columns of an exported table; several attackers, addresses or values outside the clouds' documented sets are one
 * line each within their cell.
 */
export const EVENT_CELLS = {
  id: (event) => event.id,
  lastSeenAt: (event, iso) => iso(event.lastSeenAt),
  firstSeenAt: (event, iso) => event.firstSeenAt && iso(event.firstSeenAt),
  severity: (event) => event.severity,
  status: (event) => event.status,
  statusOrigin: (event) => event.statusOrigin,
  writeState: (event) => event.writeState,
  outcome: (event) => event.outcome,
  source: (event) => event.source,
  connection: (event) => event.connection,
  upstreamId: (event) => event.upstreamId,
  type: (event) => event.type,
  title: (event) => event.title,
  description: (event) => event.description,
  attackCount: (event) => event.attackCount,
  blockedCount: (event) => event.blockedCount,
  attackers: (event) => joined(event.attackers.map(({ value }) => value)),
  attackerCountries: (event) => joined(event.attackers.map(({ country }) => country)),
  targetHost: (event) => event.target.host,
  targetPath: (event) => event.target.path,
  targetServer: (event) => event.target.server,
  targetAddresses: (event) => joined(event.target.addresses),
  targetResource: (event) => event.target.resource,
  targetRegion: (event) => event.target.region,
  assignee: (event) => event.assignee,
  version: (event) => event.version,
  syncedAt: (event, iso) => iso(event.syncedAt),
  unmapped: (event) => joined(event.unmapped.map(({ field, value }) => `${field}: ${value}`)),
} as const satisfies Record<string, (event: SecurityEvent, iso: IsoWriter) => Cell>;

const CELLS = Object.values(EVENT_CELLS);

/** Writes events as cells, with their times in a zone. */
export function cellWriter(timeZone: string): (event: SecurityEvent) => Cell[] {
  const iso = isoWriter(timeZone);
  return (event) => CELLS.map((cell) => cell(event, iso));
}
