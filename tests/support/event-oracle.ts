import { BlockList, isIP } from "node:net";
import type { EventTimeline } from "@/lib/api/event-list";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import type { SecurityEvent } from "@/lib/events/event";
import { FACET_FIELDS, type FacetField } from "@/lib/events/fields";
import { OUTCOMES } from "@/lib/events/outcome";
import { type EventFilter, resolveRange, type Sort } from "@/lib/events/query";
import { SEVERITIES } from "@/lib/events/severity";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { STATUSES } from "@/lib/events/status";

/**
 * What the queries must answer, worked out the slow and obvious way over events in memory: the second,
 * independent reading that the SQL is compared with.
 */
export class EventOracle {
  constructor(
    readonly events: readonly SecurityEvent[],
    readonly now: Date,
  ) {}

  /** The ids of all matches, in order. */
  list(filter: EventFilter, sort: Sort): string[] {
    const keys = (event: SecurityEvent) => {
      const time = Date.parse(event.lastSeenAt);
      if (sort.field === "severity") return [-SEVERITIES.indexOf(event.severity), time, event.id];
      return sort.field === "attackCount" ? [event.attackCount, time, event.id] : [time, event.id];
    };
    const ordered = this.matching(filter).sort((a, b) => compareLists(keys(a), keys(b)));
    return (sort.descending ? ordered.reverse() : ordered).map((event) => event.id);
  }

  facets(filter: EventFilter, top: number, holding = ""): Record<string, { value: string; count: number }[]> {
    return Object.fromEntries(FACET_FIELDS.map((field) => [field, this.facet(filter, field, top, holding)]));
  }

  private facet(filter: EventFilter, field: FacetField, top: number, holding: string) {
    const { [field]: _own, ...others } = filter.fields;
    const closed = CLOSED[field];
    const counts = new Map<string, number>((closed ?? []).map((value) => [value, 0]));
    const matching = this.matching({ ...filter, fields: others });
    for (const event of matching) {
      for (const value of facetValues(event, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // What a target is called may be something else of another target: the filter finds both.
    if (field === "target")
      for (const name of counts.keys()) counts.set(name, matching.filter(isCalled(name)).length);
    const whole = ({ value }: { value: string }) => (value.toLowerCase() === holding.toLowerCase() ? 0 : 1);
    return [...counts]
      .filter(([value]) => value.toLowerCase().includes(holding.toLowerCase()))
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => compareLists([whole(a), -a.count, a.value], [whole(b), -b.count, b.value]))
      .slice(0, closed ? undefined : top);
  }

  /** The counts that belong into the buckets of an answer. */
  timeline(filter: EventFilter, measure: TimelineMeasure, answer: EventTimeline): EventTimeline["buckets"] {
    const matching = this.matching(filter);
    return answer.buckets.map(({ start }) => {
      const from = Date.parse(start);
      const inside = matching.filter(({ lastSeenAt }) => {
        const time = Date.parse(lastSeenAt);
        return time >= from && time < from + answer.bucketSeconds * 1000;
      });
      const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
      for (const event of inside) counts[event.severity] += measure === "events" ? 1 : event.attackCount;
      return { start, counts };
    });
  }

  matching(filter: EventFilter): SecurityEvent[] {
    const { from, to } = resolveRange(filter, this.now);
    const words = (filter.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    return this.events.filter((event) => {
      const time = Date.parse(event.lastSeenAt);
      if ((from && time < from.getTime()) || (to && time >= to.getTime())) return false;
      if (!words.every((word) => textOf(event).includes(word))) return false;
      return FACET_FIELDS.every((field) => {
        const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
        const has = (value: string) => hasValue(event, field, value);
        return (anyOf.length === 0 || anyOf.some(has)) && !noneOf.some(has);
      });
    });
  }
}

const CLOSED: Partial<Record<FacetField, readonly string[]>> = {
  severity: SEVERITIES,
  status: STATUSES,
  source: SOURCE_IDS,
  outcome: OUTCOMES,
};

function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

const present = (values: readonly (string | null)[]) => values.filter((value) => value !== null);

function targetValues({ target }: SecurityEvent): string[] {
  return present([target.host, target.path, target.server, ...target.addresses, target.resource]);
}

function textOf(event: SecurityEvent): string {
  const attackers = event.attackers.map(({ value }) => value);
  const parts = [
    event.title,
    event.type,
    event.description,
    event.target.region,
    ...targetValues(event),
    ...attackers,
  ];
  return present(parts).join("\n").toLowerCase();
}

const isCalled = (name: string) => (event: SecurityEvent) =>
  targetValues(event).some((value) => value.toLowerCase() === name.toLowerCase());

function facetValues(event: SecurityEvent, field: FacetField): string[] {
  if (field === "attacker") return [...new Set(event.attackers.map(({ value }) => value))];
  if (field === "assignee") return [event.assignee ?? "none"];
  if (field !== "target") return [event[field]];
  const { host, server, addresses, resource } = event.target;
  return present([host, server, addresses[0] ?? null, resource]).slice(0, 1);
}

function hasValue(event: SecurityEvent, field: FacetField, value: string): boolean {
  if (field === "attacker") {
    return event.attackers.some((attacker) => attacker.value === value || liesIn(attacker.value, value));
  }
  if (field !== "target") return facetValues(event, field).includes(value);
  const wanted = value.toLowerCase();
  return targetValues(event).some((own) => {
    const lower = own.toLowerCase();
    const inPrefix = wanted.endsWith("*") && lower.startsWith(wanted.slice(0, -1));
    return lower === wanted || inPrefix || liesIn(own, value);
  });
}

function liesIn(address: string, network: string): boolean {
  const [host = "", prefix] = network.split("/");
  const family = isIP(host) === 4 ? "ipv4" : "ipv6";
  if (isIP(host) === 0 || isIP(address) !== isIP(host)) return false;
  const list = new BlockList();
  list.addSubnet(host, Number(prefix ?? (family === "ipv4" ? 32 : 128)), family);
  return list.check(address, family);
}
