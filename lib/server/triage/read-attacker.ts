import { ATTACKER_FIELDS, type AttackerSummary } from "@/lib/api/attacker";
import type { Attacker, SecurityEvent } from "@/lib/events/event";
import { DEFAULT_SORT, type EventFilter } from "@/lib/events/query";
import { OPEN_STATUSES } from "@/lib/events/status";
import { countByValue } from "@/lib/server/db/queries/count-by-value";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { sumEvents } from "@/lib/server/db/queries/sum-events";
import type { Deps } from "@/lib/server/deps";
import { figure, filterOf } from "./figures";

/** Values of each field, and events. */
const TOP = 10;
const NEWEST = 20;

type Description = AttackerSummary["descriptions"][number];

/** What the events say of the attacker: a network, or an unknown one, is described by nothing. */
function descriptionsOf(events: readonly SecurityEvent[], value: string): Description[] {
  const described = events
    .flatMap(({ attackers }) => attackers)
    .filter((attacker) => attacker.value === value)
    .map(({ kind, country, region, tags }: Attacker): Description => ({ kind, country, region, tags }));
  return [...new Map(described.map((description) => [JSON.stringify(description), description])).values()];
}

/** The facets count values as they are stored; a target's link also finds those that lie in it. */
async function topTargets(deps: Deps, filter: EventFilter, values: readonly string[]) {
  const counts = await countByValue(deps.database, filter, "target", values, [{}], deps.clock());
  return values
    .map((value, place) => ({ value, count: counts[place]?.[0] ?? 0 }))
    .sort((a, b) => b.count - a.count);
}

/** Everything that the index holds about an address, a network (CIDR) or an account. */
export async function readAttacker(deps: Deps, value: string): Promise<AttackerSummary> {
  const { database, clock } = deps;
  const now = clock();
  const filter = filterOf({ attacker: [value] });
  const [sums, facets, newest] = await Promise.all([
    sumEvents(database, filter, now),
    countFacets(database, filter, now, { fields: ATTACKER_FIELDS, top: TOP }),
    listEvents(database, { filter, sort: DEFAULT_SORT, limit: NEWEST, cursor: null }, now),
  ]);
  const target = await topTargets(
    deps,
    filter,
    facets.target.map((entry) => entry.value),
  );
  const figuresOf = (field: (typeof ATTACKER_FIELDS)[number]) =>
    (field === "target" ? target : facets[field])
      .filter(({ count }) => count > 0)
      .map((entry) => ({
        value: entry.value,
        ...figure(entry.count, filterOf({ attacker: [value], [field]: [entry.value] })),
      }));
  return {
    value,
    events: figure(sums.events, filter),
    open: figure(sums.open, filterOf({ attacker: [value], status: OPEN_STATUSES })),
    attacks: sums.attacks,
    firstSeenAt: sums.firstSeenAt?.toISOString() ?? null,
    lastSeenAt: sums.lastSeenAt?.toISOString() ?? null,
    descriptions: descriptionsOf(newest.items, value),
    by: {
      target: figuresOf("target"),
      type: figuresOf("type"),
      severity: figuresOf("severity"),
      status: figuresOf("status"),
      outcome: figuresOf("outcome"),
      source: figuresOf("source"),
    },
    newest: newest.items,
  };
}
