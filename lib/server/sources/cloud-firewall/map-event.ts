import { ATTACK_TYPE_TITLES } from "@/lib/events/attack-type";
import type { Attacker, Target } from "@/lib/events/event";
import { type RecordText, readRecord, requiredText, requiredTime } from "../mapping/map-records";
import { FALLBACK_SEVERITY } from "../mapping/severity-words";
import type { MappedEvent } from "../source";
import type { RecordReader } from "../wire/record-reader";
import { LEVELS, RESULTS } from "./codes";
import { directionOf, sidesOf } from "./direction";
import { sourceTags } from "./source-tags";

function titleOfType(row: RecordReader): string {
  return row.code("AttackType", ATTACK_TYPE_TITLES, "Firewall risk event");
}

function attackersOf(row: RecordReader): Attacker[] {
  const value = sidesOf(row).attacker;
  if (value === null) return [];
  const place = row.object("IPLocationInfo");
  // The labels describe the source address: outbound, that is our own.
  const tags = directionOf(row) === "in" ? sourceTags(row) : [];
  return [
    {
      kind: "ip",
      value,
      country: place.text("CountryId") ?? place.text("CountryName"),
      region: place.text("CityName") ?? place.text("CityId"),
      count: row.count("EventCount"),
      tags,
    },
  ];
}

function targetOf(row: RecordReader): Target {
  const ours = sidesOf(row).ours;
  const outbound = directionOf(row) === "out";
  const resource = row.objects("ResourcePrivateIPList");
  const network = row.object(outbound ? "VpcSrcInfo" : "VpcDstInfo");
  const first = (field: string) => resource.map((entry) => entry.text(field)).find((text) => text !== null);
  const addresses = [
    ...(ours === null ? [] : [ours]),
    ...resource.flatMap((entry) => entry.texts("ResourcePrivateIP")),
    ...(outbound ? row.texts("SrcPrivateIPList") : []),
  ];
  return {
    host: null,
    path: null,
    server: first("ResourceInstanceName") ?? network.text("EcsInstanceName"),
    addresses: [...new Set(addresses)],
    resource:
      first("ResourceInstanceId") ?? network.text("EcsInstanceId") ?? network.text("NetworkInstanceId"),
    region: first("RegionNo") ?? network.text("RegionNo"),
  };
}

/**
 * A row of DescribeRiskEventGroup as an event, keyed by its EventId alone: names, descriptions and tags are
 * translated, and one event may come in both firewall lists.
 *
 * @param places whether the cloud was asked for them: without them, those that are known stay.
 * @throws UnreadableRecord without an EventId, or without a usable LastEventTime or FirstEventTime.
 */
export function mapRiskEvent(record: RecordText, places: "told" | "left-out" = "told"): MappedEvent {
  const row = readRecord(record);
  const eventId = requiredText(row, "EventId");
  const lastSeenAt = requiredTime(row, "LastEventTime", "FirstEventTime");
  const firstSeenAt = row.time("FirstEventTime");
  const inOrder = firstSeenAt === null || firstSeenAt <= lastSeenAt;
  if (!inOrder) row.note("FirstEventTime", row.value("FirstEventTime"));
  const typeTitle = titleOfType(row);
  const attackCount = row.count("EventCount") ?? 0;
  const outcome = row.code("RuleResult", RESULTS, "unknown");
  const mapped = {
    source: "cloud-firewall",
    upstreamId: eventId,
    upstreamKey: eventId,
    severity: row.code("VulLevel", LEVELS, FALLBACK_SEVERITY),
    status: "toBeConfirmed",
    statusOrigin: "local",
    type: row.text("AttackType") ?? "unknown",
    title: row.text("EventName") ?? typeTitle,
    description: row.text("Description"),
    firstSeenAt: inOrder ? firstSeenAt : null,
    lastSeenAt,
    attackCount,
    blockedCount: outcome === "unknown" ? null : outcome === "blocked" ? attackCount : 0,
    outcome,
    attackers: attackersOf(row),
    target: targetOf(row),
    keywords: row.texts("RuleId"),
    partial: places === "left-out",
    attackCounts: [],
    raw: record.raw,
  } as const;
  return { ...mapped, unmapped: row.unmapped };
}
