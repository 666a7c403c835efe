import type { Random } from "@/lib/simulator/random";
import type { Api } from "@/lib/simulator/story/estate";
import { HOSTILE_TEXT, type Technique } from "@/lib/simulator/story/hostile-text";
import { payloadOf, requestSample, responseSample } from "@/lib/simulator/story/http-sample";
import { ticks } from "@/lib/simulator/story/rhythm";
import type { Scene } from "@/lib/simulator/story/scene";
import { triageHistory } from "@/lib/simulator/story/triage-history";
import { type ApisecEventRecord, apisecEvent } from "@/lib/simulator/waf/apisec-event";
import { EVENT_RULES } from "@/lib/simulator/waf/apisec-rules";

/** What one kind of API-security event looks like. */
export interface ApisecKind {
  readonly tag: string;
  readonly scope: "ip" | "account";
  /** Overrides the rule's own level. */
  readonly level?: string;
  readonly technique?: Technique;
  readonly leaks?: boolean;
}

const SENSITIVE = [
  { code: "1000", name: "身份证号", level: "S3", cnt: "312" },
  { code: "1001", name: "手机号", level: "S2", cnt: "1204" },
  { code: "1003", name: "电子邮箱", level: "S1", cnt: "88" },
];

/** Rows whose fields are as odd as the documented examples: late, unsorted, contradicting counts. */
function oddities(source: Random, record: ApisecEventRecord): Partial<ApisecEventRecord> {
  return source.weighted<Partial<ApisecEventRecord>>([
    [{}, 85],
    [{ deprecatedFields: "empty" }, 5],
    [{ deprecatedFields: "absent" }, 3],
    [{ attackCounts: outsideTheWindow(record), ...settled(record) }, 3],
    [{ AttackClient: HOSTILE_TEXT.script, Note: HOSTILE_TEXT.formula }, 1],
    [{ ApiFormat: `/api/${HOSTILE_TEXT.attribute}`, AttackClient: HOSTILE_TEXT.ansi }, 1],
    [{ Origin: "custom", Follow: 1 }, 1],
    [{ overrides: { EventLevel: "notice", EventTag: "Event_FutureKind" } }, 0.5],
    [{ overrides: { UserStatus: "Ignore" }, attackers: masked(record) }, 0.5],
  ]);
}

/** A record that no longer grows: what it shows is final from its end on. */
function settled(record: ApisecEventRecord): Partial<ApisecEventRecord> {
  return { growth: [], visibleFrom: record.EndTs };
}

/** Like the documented example: keys a year later than the event, in no order, another sum. */
function outsideTheWindow(record: ApisecEventRecord): ApisecEventRecord["attackCounts"] {
  const later = record.StartTs + 391 * 86_400;
  return [
    { at: later + 120, count: 20 },
    { at: later, count: 500 },
    { at: later + 60, count: 529 },
  ];
}

function masked(record: ApisecEventRecord): ApisecEventRecord["attackers"] {
  return record.attackers.map((attacker) => ({ ...attacker, ip: attacker.ip.replace(/\d+$/, "**") }));
}

/** Attacks of all addresses add up to the total. */
function attackersOf(source: Random, scene: Scene): ApisecEventRecord["attackers"] {
  const ips = source.sample(scene.actor.addresses, Math.min(scene.attacks, source.int(1, 12)));
  const each = Math.floor(scene.attacks / Math.max(1, ips.length));
  return ips.map((ip, index) => ({
    ip,
    countryId: scene.actor.location.CountryId,
    regionId: source.pick([scene.actor.location.areaCode, "-", ""]),
    count: index === 0 ? scene.attacks - each * (ips.length - 1) : each,
  }));
}

function accountsOf(source: Random): string[] {
  return Array.from({ length: source.int(1, 4) }, () =>
    source.pick([
      `18187433${source.int(10_000_000, 99_999_999)}`,
      `user${source.int(100, 9_999)}@example.com`,
      `张伟${source.int(1, 99)}`,
      "admin",
    ]),
  );
}

/** One API-security event of a scene. */
export function apisecScene(source: Random, scene: Scene, api: Api, kind: ApisecKind): ApisecEventRecord {
  const rule = EVENT_RULES.find(({ code }) => code === kind.tag);
  const growth = ticks(source, scene.start, scene.duration, scene.attacks);
  const attackers = attackersOf(source, scene);
  const payload = payloadOf(source, kind.technique ?? "sql");
  const first = growth[0]?.at ?? scene.start;
  const record = apisecEvent(source.hex(32), {
    EventScope: kind.scope,
    EventTag: kind.tag,
    EventLevel: kind.level ?? rule?.level ?? "low",
    ApiId: api.id,
    ApiFormat: api.path,
    ApiTag: api.tag,
    MatchedHost: scene.service.host,
    StartTs: first,
    EndTs: growth.at(-1)?.at ?? first,
    AllCnt: scene.attacks,
    RemoteCountry: scene.actor.location.CountryId,
    RemoteRegion: scene.actor.location.areaCode,
    AttackClient: scene.actor.tool,
    AttackerList: kind.scope === "ip" ? attackers.map(({ ip }) => ip) : accountsOf(source),
    attackers,
    attackCounts: growth,
    growth,
    rule: { id: String(source.int(830_000, 839_999)), tag: rule?.zh ?? kind.tag },
    request: { ...requestSample(source, scene.actor, scene.service, api, payload) },
    response: responseSample(source, kind.leaks ?? false),
    sensitive: kind.leaks ? source.sample(SENSITIVE, 2) : [],
    plannedOperations: triageHistory(source, first),
  });
  return { ...record, ...oddities(source, record) };
}
