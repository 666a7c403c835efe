import type { EventDetail } from "@/lib/api/event-detail";
import { ATTACK_TYPE_TITLES } from "@/lib/events/attack-type";
import { FACT_LABELS } from "@/lib/events/fact";
import { explained, factList } from "../mapping/fact-list";
import { storedReader } from "../mapping/stored-reader";
import type { StoredRecord } from "../source";
import type { RecordReader } from "../wire/record-reader";
import { wireCode } from "../wire/wire-text";
import { RESOURCE_TYPES, RESULT_MEANINGS, RULE_SOURCES } from "./codes";
import { sourceTags } from "./source-tags";

const TYPE_TITLES = new Map([...ATTACK_TYPE_TITLES].map(([code, title]) => [code, title.toLowerCase()]));

/** Each private resource as one line: name, id, address, region. */
function privateResources(row: RecordReader): string[] {
  const fields = ["ResourceInstanceName", "ResourceInstanceId", "ResourcePrivateIP", "RegionNo"];
  return row.objects("ResourcePrivateIPList").map((resource) => joined(resource, fields) ?? "");
}

function network(row: RecordReader, field: string): string | null {
  return joined(row.object(field), [
    "NetworkInstanceName",
    "NetworkInstanceId",
    "EcsInstanceName",
    "EcsInstanceId",
    "RegionNo",
  ]);
}

function joined(record: RecordReader, fields: readonly string[]): string | null {
  const texts = fields.map((field) => record.text(field)).filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(" · ");
}

function resourceType(row: RecordReader): string | null {
  const type = row.text("ResourceType");
  const meaning = RESOURCE_TYPES.get(wireCode(type ?? ""));
  return meaning === undefined ? type : `${type} (${meaning})`;
}

/** The stored row of DescribeRiskEventGroup as detail. */
export function describeRiskEvent({ event, attackCounts, raw }: StoredRecord): EventDetail {
  const row = storedReader(raw);
  const tag = row.text("Tag");
  return {
    attackCounts: [...attackCounts],
    attackers: event.attackers,
    facts: factList([
      [FACT_LABELS.direction, row.text("Direction")],
      ["Source address", row.text("SrcIP")],
      ["Destination address", row.text("DstIP")],
      [FACT_LABELS.sourceTags, sourceTags(row)],
      ["Attack type", explained(row.text("AttackType"), TYPE_TITLES)],
      ["Attacked application", row.text("AttackApp")],
      [FACT_LABELS.rule, row.text("RuleId")],
      ["Rule source", explained(row.text("RuleSource"), RULE_SOURCES)],
      ["Rule result", explained(row.text("RuleResult"), RESULT_MEANINGS)],
      ["Public address type", resourceType(row)],
      ["Private resources", privateResources(row)],
      [FACT_LABELS.innerHosts, row.texts("SrcPrivateIPList")],
      ["Source network", network(row, "VpcSrcInfo")],
      ["Destination network", network(row, "VpcDstInfo")],
      ["Place", joined(row.object("IPLocationInfo"), ["CityName", "CityId", "CountryName", "CountryId"])],
    ]),
    samples: [],
    intelligence: tag === null ? [] : [tag],
    live: [],
  };
}
