import type { SecurityEvent } from "@/lib/events/event";
import { isoWriter } from "@/lib/format/instant";

type Cell = string | number | null;

/** Lists in one cell: no value of ours holds a line break that means something. */
const joined = (values: readonly (string | null)[]): string | null =>
  values.length === 0 ? null : values.map((value) => value ?? "").join("\n");

/** The columns of an exported table; several attackers or addresses are one line each within their cell. */
export const EVENT_CELLS = {
  id: (event) => event.id,
  lastSeenAt: (event) => event.lastSeenAt,
  firstSeenAt: (event) => event.firstSeenAt,
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
  syncedAt: (event) => event.syncedAt,
} as const satisfies Record<string, (event: SecurityEvent) => Cell>;

const CELLS = Object.values(EVENT_CELLS);

/** Writes events as cells, with their times in a zone. */
export function cellWriter(timeZone: string): (event: SecurityEvent) => Cell[] {
  const iso = isoWriter(timeZone);
  return ({ firstSeenAt, lastSeenAt, syncedAt, ...event }) => {
    const written = {
      ...event,
      firstSeenAt: firstSeenAt && iso(firstSeenAt),
      lastSeenAt: iso(lastSeenAt),
      syncedAt: iso(syncedAt),
    };
    return CELLS.map((cell) => cell(written));
  };
}
