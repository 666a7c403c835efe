import { type RecordText, readRecord, requiredText, requiredTime } from "../mapping/map-records";
import { FALLBACK_SEVERITY, THREE_LEVELS } from "../mapping/severity-words";
import { cloudStatus } from "../mapping/status-words";
import type { MappedEvent } from "../source";
import { addCounts, attackCounts } from "./attack-counts";
import { apisecAttackers } from "./attackers";
import { eventTagTitle } from "./event-tag-title";
import { messageSample } from "./message-sample";

/**
 * A row of DescribeApisecEvents as an event, keyed by its EventId.
 *
 * @throws UnreadableRecord without an EventId, or without a usable EndTs or StartTs.
 */
export function mapApisecEvent(row: RecordText): MappedEvent {
  const record = readRecord(row);
  const eventId = requiredText(record, "EventId");
  const lastSeenAt = requiredTime(record, "EndTs", "StartTs");
  const startedAt = record.time("StartTs");
  if (startedAt !== null && startedAt > lastSeenAt) record.note("StartTs", record.value("StartTs"));
  const type = record.text("EventTag");
  const buckets = attackCounts(record.json("AttackCntInfo"), (key, value) =>
    record.note(`AttackCntInfo.${key}`, value),
  );
  const { status, word } = cloudStatus(record, "UserStatus");
  const counted = record.count("AllCnt");
  return {
    source: "waf-api-security",
    upstreamId: eventId,
    upstreamKey: eventId,
    severity: record.code("EventLevel", THREE_LEVELS, FALLBACK_SEVERITY),
    status,
    ...(word === null ? {} : { unknownStatus: word }),
    statusOrigin: "cloud",
    type: type ?? "unknown",
    title: type === null ? "API security event" : eventTagTitle(type),
    description: record.object("EventInfo").text("rule_tag"),
    firstSeenAt: startedAt !== null && startedAt <= lastSeenAt ? startedAt : null,
    lastSeenAt,
    // The buckets are the only other statement of the total, and only where AllCnt is not given.
    attackCount: counted ?? addCounts(buckets.map(({ count }) => count)),
    blockedCount: null,
    outcome: "unknown",
    attackers: apisecAttackers(record),
    target: {
      host: record.text("MatchedHost"),
      path: record.text("ApiFormat"),
      server: null,
      addresses: [],
      resource: record.text("ApiId"),
      region: null,
    },
    unmapped: record.unmapped,
    keywords: [
      ...record.object("EventInfo").texts("rule_id"),
      ...messageSample("request", record.value("RequestData"), "masked").map(({ text }) => text),
    ],
    partial: false,
    attackCounts: buckets,
    raw: row.raw,
  };
}
