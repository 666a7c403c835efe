import type { Attacker } from "@/lib/events/event";
import { type Outcome, outcomeOf } from "@/lib/events/outcome";
import { AttackerList } from "../mapping/attacker-list";
import { readRecord, requiredText } from "../mapping/map-records";
import { FALLBACK_SEVERITY, FOUR_LEVELS } from "../mapping/severity-words";
import type { MappedEvent } from "../source";
import { RecordReader, UnreadableRecord } from "../wire/record-reader";
import { wireObject } from "../wire/wire-object";
import { type Condition, clientAddresses, conditionValue, readCondition } from "./condition";
import { threatTagTitle } from "./event-tag-title";
import { intelligenceOf } from "./intelligence";
import { type ThreatRecord, threatRaw } from "./threat-record";

/** Protected objects of domains are named `<domain>-waf`. */
const DOMAIN_OBJECT = /^((?:[\w*-]+\.)+[\w*-]+)-waf$/i;

function lastSeen(row: RecordReader, detail: RecordReader): string {
  const times = [row.time("EndTime"), detail.time("EndTime")].filter((time) => time !== null).sort();
  const last = times.at(-1);
  if (last === undefined) throw new UnreadableRecord("EndTime: no usable time.");
  return last;
}

function attackersOf(row: RecordReader, detail: RecordReader, condition: Condition): Attacker[] {
  const attackers = new AttackerList();
  const located = detail.text("EventSrc");
  if (located !== null) {
    const country = detail.text("EventSrcCountry");
    attackers.add({ kind: "ip", value: located, country, region: detail.text("EventSrcRegion") });
  }
  for (const value of [...row.texts("EventSrc"), ...clientAddresses(condition)]) {
    attackers.add({ kind: "ip", value });
  }
  return attackers.toArray();
}

/** Counts decide; without them the blocked share that the list row gives. */
function threatOutcome(attacks: number | null, blocked: number | null, blockRate: number | null): Outcome {
  if (attacks !== null && blocked !== null) return outcomeOf(attacks, blocked);
  return blockRate === null ? "unknown" : outcomeOf(100, Math.min(blockRate, 100));
}

/**
 * A row of DescribeThreatEvent with its DescribeThreatEventDetail as an event, keyed by the row's EventId
 * (the detail does not echo it). Without the detail the event is `partial`: no counts, no start.
 *
 * @throws UnreadableRecord without an EventId, or without a usable EndTime in either part.
 */
export function mapThreatEvent(record: ThreatRecord): MappedEvent {
  const row = readRecord(record.row);
  const eventId = requiredText(row, "EventId");
  const detail = new RecordReader(wireObject(record.detail?.value) ?? {});
  const lastSeenAt = lastSeen(row, detail);
  const condition = readCondition(detail);
  // Read after the row, and typed better: the list's own example carries another product's tag.
  const levels = detail.text("EventLevel") === null ? row : detail;
  const type = detail.text("EventTag") ?? row.text("EventTag");
  const attacks = detail.count("EventCnt");
  const blocked = detail.count("EventBlock");
  const object = row.text("EventTarget");
  return {
    source: "waf-threat",
    upstreamId: eventId,
    upstreamKey: eventId,
    severity: levels.code("EventLevel", FOUR_LEVELS, FALLBACK_SEVERITY),
    status: "toBeConfirmed",
    statusOrigin: "local",
    type: type ?? "unknown",
    title: type === null ? "Threat event" : threatTagTitle(type),
    description: null,
    // The filter's window need not hold the event: the documented one starts half a year after it ended.
    firstSeenAt: condition.from !== null && condition.from <= lastSeenAt ? condition.from : null,
    lastSeenAt,
    attackCount: attacks ?? 0,
    blockedCount: blocked,
    outcome: threatOutcome(attacks, blocked, row.percent("BlockRate")),
    attackers: attackersOf(row, detail, condition),
    target: {
      host:
        conditionValue(condition, "matched_host", "host") ?? DOMAIN_OBJECT.exec(object ?? "")?.[1] ?? null,
      path: conditionValue(condition, "request_path", "url", "uri"),
      server: null,
      addresses: [],
      resource: object,
      region: null,
    },
    unmapped: [...row.unmapped, ...detail.unmapped],
    keywords: intelligenceOf(detail),
    partial: record.detail === null,
    attackCounts: [],
    raw: threatRaw(record),
  };
}
