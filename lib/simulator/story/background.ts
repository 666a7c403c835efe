import type { RaspEventRecord } from "@/lib/simulator/hss/rasp-event";
import type { Random } from "@/lib/simulator/random";
import type { Dataset } from "@/lib/simulator/simulator-options";
import { ACTORS, type Actor, actorNamed, stray } from "@/lib/simulator/story/actors";
import { type ApisecKind, apisecScene } from "@/lib/simulator/story/apisec-scene";
import { SERVICES } from "@/lib/simulator/story/estate";
import { PROBES } from "@/lib/simulator/story/probe-catalog";
import { raspCopies, raspScene } from "@/lib/simulator/story/rasp-scene";
import { heavyTailed, secondOfDay } from "@/lib/simulator/story/rhythm";
import { riskScene } from "@/lib/simulator/story/risk-scene";
import { FIREWALL_RULES } from "@/lib/simulator/story/rule-catalog";
import type { Scene } from "@/lib/simulator/story/scene";
import { EVERYDAY_THREATS, everydayAttacks, threatScene } from "@/lib/simulator/story/threat-scene";

/** Everyday API-security events with their weights. */
const EVERYDAY_APISEC: readonly (readonly [ApisecKind, number])[] = [
  [{ tag: "Event_AbnormalFrequency", scope: "ip" }, 20],
  [{ tag: "Event_AbnormalIPAccess", scope: "ip" }, 18],
  [{ tag: "Event_CrawlerData", scope: "ip" }, 14],
  [{ tag: "Event_AbnormalTimeAccess", scope: "account" }, 14],
  [{ tag: "Event_RegisterBatch", scope: "ip" }, 6],
  [{ tag: "Event_DataTraverse", scope: "ip" }, 6],
  [{ tag: "Event_LoginBruteForce", scope: "ip", level: "low" }, 6],
  [{ tag: "Event_LoginBruteForce", scope: "account" }, 4],
  [{ tag: "SMSInterfaceAbuse", scope: "ip" }, 4],
  [{ tag: "Event_InternalLoginWeakPasswd", scope: "account" }, 3],
  [{ tag: "Event_UnauthorizedObject", scope: "account", leaks: true }, 2],
  [{ tag: "ObtainSensitiveUnauthorized", scope: "ip", leaks: true }, 2],
  [{ tag: "Event_TokenReplay", scope: "account" }, 1],
];

/** How many events of each product a usual day begins with, before its campaigns. */
const USUAL_DAY = { apisec: 26, threats: 15, risks: 40, rasps: 11 };

const MAX_DURATION = 5 * 3_600;

function scene(source: Random, dayStart: number, attacks: number, actor?: Actor): Scene {
  return {
    actor: actor ?? (source.chance(0.35) ? source.pick(ACTORS) : stray(source)),
    service: source.pick(SERVICES),
    start: secondOfDay(source, dayStart),
    duration: attacks < 3 ? 60 : heavyTailed(source, 90, MAX_DURATION),
    attacks,
  };
}

function times<R>(count: number, make: () => R): R[] {
  return Array.from({ length: count }, make);
}

function raspNoise(source: Random, dayStart: number): RaspEventRecord[] {
  const probe = source.weighted(PROBES.map((candidate) => [candidate, candidate.weight] as const));
  const record = raspScene(source, scene(source, dayStart, 1), probe);
  return source.chance(0.04) ? [record, ...raspCopies(source, record, source.int(1, 2))] : [record];
}

/** The noise of one day that begins at `dayStart` (Unix seconds). `busy` scales it. */
export function background(source: Random, dayStart: number, busy: number): Dataset {
  const count = (usual: number) => Math.round(usual * busy * (0.85 + source.next() * 0.3));
  const inbound = FIREWALL_RULES.map((rule) => [rule, rule.weight] as const);
  return {
    apisecEvents: times(count(USUAL_DAY.apisec), () => {
      const place = scene(source, dayStart, heavyTailed(source, 2, 9_000));
      return apisecScene(source, place, source.pick(place.service.apis), source.weighted(EVERYDAY_APISEC));
    }),
    threatEvents: times(count(USUAL_DAY.threats), () =>
      threatScene(
        source,
        scene(source, dayStart, everydayAttacks(source)),
        source.weighted(EVERYDAY_THREATS),
      ),
    ),
    riskEvents: times(count(USUAL_DAY.risks), () => {
      const actor = source.chance(0.2) ? actorNamed("internet scanner") : undefined;
      const rule = source.weighted(inbound);
      return riskScene(
        source,
        scene(source, dayStart, heavyTailed(source, 1, 3_000), actor),
        rule,
        source.chance(rule.source === 2 ? 0.9 : 0.7),
      );
    }),
    raspEvents: times(count(USUAL_DAY.rasps), () => raspNoise(source, dayStart)).flat(),
  };
}
