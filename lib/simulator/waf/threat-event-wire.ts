import type { ThreatEventRecord, TopMetric } from "@/lib/simulator/waf/threat-event";

function blockRate(record: ThreatEventRecord): string {
  if (record.attackCount === 0) return "0%";
  const percent = (100 * record.blockedCount) / record.attackCount;
  return `${Number.isInteger(percent) ? percent : percent.toFixed(2)}%`;
}

/** One row of DescribeThreatEvent. No start, no count, no status exists there. */
export function threatEventRow(record: ThreatEventRecord): object {
  return {
    EventId: record.EventId,
    EventLevel: record.EventLevel,
    EventTag: record.EventTag,
    EventSrc: record.EventSrc,
    EventTarget: record.EventTarget,
    BlockRate: blockRate(record),
    EndTime: record.EndTime,
    ...record.overrides,
  };
}

/** JSON with a blank after `:` and `,`, the spacing of the documented EventCondition. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`);
    return `{${members.join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** The answer of DescribeThreatEventDetail: counts as text, EventId and EventTarget not echoed. */
export function threatEventDetail(record: ThreatEventRecord): object {
  return {
    IsPersistent: record.IsPersistent,
    EventLevel: record.EventLevel,
    EventBlock: String(record.blockedCount),
    EventCnt: String(record.attackCount),
    EndTime: record.EndTime,
    EventIntelligence: JSON.stringify(record.EventIntelligence),
    EventSrcRegion: record.EventSrcRegion,
    EventSrc: record.EventSrc,
    EventSuggest: record.EventSuggest,
    // Seconds here, although EndTime beside it is in milliseconds.
    EventCondition: spaced({
      end_ts: Math.floor(record.EndTime / 1000),
      start_ts: record.startTs,
      condition: record.condition,
    }),
    EventTag: record.EventTag,
    EventSrcCountry: record.EventSrcCountry,
    ...record.detailOverrides,
  };
}

export const METRICS = ["time", "src", "target", "type", "tools"] as const;

const TOP = 5;
const HOUR = 3600;

/** The five highest values of one metric; for `time` the attacks per hour, hours in milliseconds. */
export function threatEventTop(
  record: ThreatEventRecord,
  metric: (typeof METRICS)[number],
): readonly TopMetric[] {
  const lists = { src: record.sources, target: record.targets, type: record.types, tools: record.tools };
  const values = metric === "time" ? attacksPerHour(record) : lists[metric];
  return [...values].sort((a, b) => b.Cnt - a.Cnt).slice(0, TOP);
}

function attacksPerHour(record: ThreatEventRecord): TopMetric[] {
  const end = Math.floor(record.EndTime / 1000);
  const ticks = record.growth?.filter(({ at }) => at <= end) ?? [{ at: end, count: record.attackCount }];
  const hours = new Map<number, number>();
  for (const { at, count } of ticks) hours.set(at - (at % HOUR), (hours.get(at - (at % HOUR)) ?? 0) + count);
  return [...hours].map(([hour, Cnt]) => ({ Value: String(hour * 1000), Cnt, Country: "", Region: "" }));
}
