import {
  type RiskEventRecord,
  type RiskPayload,
  riskEvent,
  type VpcInfo,
} from "@/lib/simulator/cloud-firewall/risk-event";
import type { Random } from "@/lib/simulator/random";
import type { Service } from "@/lib/simulator/story/estate";
import type { FirewallRule } from "@/lib/simulator/story/firewall-rule";
import { HOSTILE_TEXT } from "@/lib/simulator/story/hostile-text";
import { payloadOf } from "@/lib/simulator/story/http-sample";
import { ticks } from "@/lib/simulator/story/rhythm";
import type { Scene } from "@/lib/simulator/story/scene";

const ALERT = 1;
const BLOCK = 2;
const INTELLIGENCE_TAG = { zh: "重保情报", en: "Major event intelligence" };
const NO_TAG = { zh: "", en: "" };

function vpcOf(service: Service): VpcInfo {
  return {
    EcsInstanceId: service.instanceId,
    EcsInstanceName: service.serverName,
    NetworkInstanceId: service.vpcId,
    NetworkInstanceName: service.vpcName,
    RegionNo: service.region,
  };
}

function payloadFor(source: Random, scene: Scene, rule: FirewallRule, attacker: string): RiskPayload {
  const hit = rule.technique === null ? rule.name.en : payloadOf(source, rule.technique);
  const isWeb = rule.technique !== null;
  return {
    proto: isWeb || source.chance(0.8) ? "TCP" : "UDP",
    srcPort: source.int(1_024, 65_535),
    dstPort: isWeb ? source.pick([80, 443, 8080]) : source.pick([22, 3306, 3389, 6379, 11434]),
    text: isWeb
      ? `GET /?q=${hit} HTTP/1.1\r\nHost: ${scene.service.host}\r\nUser-Agent: ${scene.actor.userAgent}\r\n\r\n`
      : `\u0000\u0016${hit}\u0001\u00ff`,
    hit,
    realIp: source.chance(0.2) ? attacker : "",
    forwardedFor: source.chance(0.2) ? `${attacker}, 192.0.2.254` : "",
  };
}

/** Rows with values that the document does not list, or with hostile text in them. */
function oddities(source: Random): Partial<RiskEventRecord> {
  return source.weighted<Partial<RiskEventRecord>>([
    [{}, 97],
    [{ overrides: { AttackType: 14, RuleSource: 8 } }, 0.3],
    [{ overrides: { VulLevel: 4, RuleResult: 3 } }, 0.2],
    [{ AttackApp: HOSTILE_TEXT.script }, 0.3],
    [{ overrides: { IPLocationInfo: null, VpcSrcInfo: null } }, 0.6],
    [{ SrcIPTag: "WAF Back-to-origin Address", SrcIPTags: ["Anti-DDoS Back-to-origin Address"] }, 1.4],
    [{ SrcIP: "203.0.XX.XX" }, 0.2],
  ]);
}

/** One intrusion-prevention event of a scene; `blocked` says what the firewall did. */
export function riskScene(
  source: Random,
  scene: Scene,
  rule: FirewallRule,
  blocked: boolean,
): RiskEventRecord {
  const { service, actor } = scene;
  const growth = ticks(source, scene.start, scene.duration, scene.attacks);
  const first = growth[0]?.at ?? scene.start;
  const attacker = source.pick(actor.addresses);
  const outbound = rule.direction === "out";
  const inside = attacker.startsWith("10.") || attacker.startsWith("192.168.");
  const own = inside ? (service.privateIps[0] ?? service.publicIp) : service.publicIp;
  const record = riskEvent(source.hex(32), {
    EventName: rule.name,
    Description: rule.description,
    Tag: rule.source === 4 && source.chance(0.3) ? INTELLIGENCE_TAG : NO_TAG,
    Direction: rule.direction,
    AttackType: rule.attackType,
    VulLevel: rule.level,
    RuleSource: rule.source,
    RuleResult: blocked ? BLOCK : ALERT,
    RuleId: rule.id,
    EventCount: scene.attacks,
    FirstEventTime: first,
    LastEventTime: growth.at(-1)?.at ?? first,
    SrcIP: outbound ? own : attacker,
    DstIP: outbound ? attacker : own,
    AttackApp: service.app,
    appCategory: service.appCategory,
    ResourceType: service.resourceType,
    ResourcePrivateIPList: source.chance(0.7) ? resourcesOf(service) : [],
    privateSources: outbound ? service.privateIps : [],
    privateSourceForm: source.pick(["json", "json", "plain"]),
    firewallType: inside ? "VpcFirewall" : "InternetFirewall",
    vpcSource: inside ? { ...vpcOf(service), EcsInstanceId: "", EcsInstanceName: "OA-办公终端" } : null,
    vpcTarget: inside ? vpcOf(service) : null,
    location: inside || actor.location.CountryId === "" ? null : actor.location,
    payload: payloadFor(source, scene, rule, attacker),
    growth,
  });
  return { ...record, ...oddities(source) };
}

function resourcesOf(service: Service): RiskEventRecord["ResourcePrivateIPList"] {
  return service.privateIps.map((ip) => ({
    RegionNo: service.region,
    ResourceInstanceId: service.instanceId,
    ResourceInstanceName: service.serverName,
    ResourcePrivateIP: ip,
  }));
}
