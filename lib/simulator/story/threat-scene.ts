import type { Random } from "@/lib/simulator/random";
import { heavyTailed, ticks } from "@/lib/simulator/story/rhythm";
import type { Scene } from "@/lib/simulator/story/scene";
import { type ThreatEventRecord, type TopMetric, threatEvent } from "@/lib/simulator/waf/threat-event";

/** What one kind of WAF threat event looks like. */
export interface ThreatKind {
  readonly tag: string;
  readonly level: string;
  readonly suggest: string;
  readonly intelligence: readonly string[];
  readonly types: readonly string[];
  /** Share of attacks that the WAF stops, 0 to 1. */
  readonly blocked: number;
}

const PERSISTENT_SECONDS = 6 * 3_600;

function share(source: Random, values: readonly string[], total: number, of: Scene | null): TopMetric[] {
  let left = total;
  return values.map((Value, index) => {
    const Cnt = index === values.length - 1 ? left : Math.floor(left * (0.3 + source.next() * 0.4));
    left -= Cnt;
    const place = of?.actor.location;
    return { Value, Cnt, Country: place?.CountryId ?? "", Region: place?.region ?? "" };
  });
}

function oddities(source: Random): Partial<ThreatEventRecord> {
  return source.weighted<Partial<ThreatEventRecord>>([
    [{}, 94],
    [{ EventTag: "Event_InternalLoginWeakPasswd" }, 1.5],
    [{ detailOverrides: { EventIntelligence: "" } }, 2],
    [{ EventSuggest: "ObserveOnly", EventTag: "AgentToolAbuse" }, 0.7],
    [{ overrides: { BlockRate: "" } }, 0.8],
    [{ EventSrc: "203.0.113.***" }, 1],
  ]);
}

/** One WAF threat event of a scene; `targets` are the protected objects it met. */
export function threatScene(
  source: Random,
  scene: Scene,
  kind: ThreatKind,
  targets: readonly string[] = [scene.service.host],
): ThreatEventRecord {
  const growth = ticks(source, scene.start, scene.duration, scene.attacks);
  const addresses = source.sample(scene.actor.addresses, 5);
  const first = growth[0]?.at ?? scene.start;
  const stopped = Math.round(scene.attacks * kind.blocked);
  return threatEvent(source.hex(32), {
    EventLevel: kind.level,
    EventTag: kind.tag,
    EventSrc: addresses[0] ?? "",
    EventSrcCountry: scene.actor.location.CountryId,
    EventSrcRegion: scene.actor.location.region,
    EventTarget: `${targets[0]}-waf`,
    EventSuggest: kind.suggest,
    EventIntelligence: kind.intelligence,
    EndTime: (growth.at(-1)?.at ?? first) * 1000,
    IsPersistent: scene.duration >= PERSISTENT_SECONDS ? 1 : 0,
    attackCount: scene.attacks,
    blockedCount: stopped,
    startTs: first,
    condition:
      targets.length > 1 ? { real_client_ip: addresses } : { real_client_ip: addresses, host: targets },
    sources: share(source, addresses, scene.attacks, scene),
    targets: share(
      source,
      targets.map((host) => `${host}-waf`),
      scene.attacks,
      null,
    ),
    types: share(source, kind.types, scene.attacks, null),
    tools: share(source, scene.actor.tool === "" ? [] : [scene.actor.tool], scene.attacks, null),
    growth,
    ...oddities(source),
  });
}

type Mix = readonly (readonly [ThreatKind, number])[];

function kind(
  tag: string,
  level: string,
  suggest: string,
  blocked: number,
  types: readonly string[],
  intelligence: readonly string[] = [],
): ThreatKind {
  return { tag, level, suggest, blocked, types, intelligence };
}

/** Everyday threat events with their weights: most are scans, most are stopped. */
export const EVERYDAY_THREATS: Mix = [
  [kind("SingleDomainDirscan", "low", "ProtectFile", 1, ["scan"]), 22],
  [kind("MultipleDomainDirscan", "low", "SwitchStrict", 0.97, ["scan"], ["Scanner"]), 14],
  [kind("SingleDomainWebscan", "low", "KeepConcerned", 1, ["scan", "lfi"]), 18],
  [kind("MultipleDomainWebscan", "medium", "BlockIP", 0.94, ["scan", "rce"], ["Scanner", "Botnet"]), 12],
  [kind("RandomVulnTest", "low", "KeepConcerned", 1, ["rce", "lfi"], ["CVE-2017-9841"]), 16],
  [kind("SingleURLXssattack", "medium", "SwitchStrict", 0.9, ["xss"]), 8],
  [kind("SingleURLSqlattack", "medium", "FixBug", 0.85, ["sqli"]), 10],
  [kind("SingleURLWebattack", "high", "ProtectInterface", 0.7, ["rce", "sqli"], ["CVE-2020-14882"]), 6],
  [kind("SingleDomainWebattack", "medium", "BlockArea", 0.8, ["rce", "ssrf"], ["CVE-2021-26084"]), 7],
  [kind("MultipleDomainWebattack", "high", "BlockIP", 0.6, ["rce", "jndi"], ["CVE-2021-44228", "Botnet"]), 4],
  [kind("WebshellUpload", "critical", "SwitchBlock", 0, ["webshell"], ["CVE-2023-22527"]), 1],
];

/** Size of an everyday event. */
export function everydayAttacks(source: Random): number {
  return heavyTailed(source, 3, 40_000);
}
