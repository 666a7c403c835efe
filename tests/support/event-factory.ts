import type { Attacker, Target } from "@/lib/events/event";
import type { MappedEvent } from "@/lib/events/event-record";
import { outcomeOf } from "@/lib/events/outcome";
import { SEVERITIES } from "@/lib/events/severity";
import { STATUSES } from "@/lib/events/status";
import { type Random, random } from "@/lib/simulator/random";
import { EVENT_PROFILES, type EventProfile } from "./event-profiles";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type SeededEvent = { readonly connection: string; readonly event: MappedEvent };

export type EventFactory = {
  /** Mapped events of all four sources over the last `days`, busier of late. The n-th is always the same. */
  many(count: number): SeededEvent[];
  one(): SeededEvent;
};

const COUNTRIES = ["US", "CN", "DE", "BR", "NL", "IN", "VN", "RU"];
const PATHS = ["/login", "/api/v1/orders", "/api/v1/users", "/api/v2/export", "/admin", "/search", "/.env"];

/** A plain event; pass what the test is about. */
export function mappedEvent(overrides: Partial<MappedEvent> = {}): MappedEvent {
  return {
    source: "waf-threat",
    upstreamId: "ev-1",
    upstreamKey: "ev-1",
    severity: "high",
    status: "toBeConfirmed",
    statusOrigin: "local",
    type: "SingleURLSqlattack",
    title: "SQL injection against one address",
    description: null,
    firstSeenAt: "2026-03-01T10:00:00.000Z",
    lastSeenAt: "2026-03-01T11:00:00.000Z",
    attackCount: 12,
    blockedCount: 12,
    outcome: "blocked",
    attackers: [attacker("203.0.113.7", { country: "US", count: 12 })],
    target: target({ host: "shop.example.com", path: "/api/v1/orders" }),
    unmapped: [],
    keywords: [],
    partial: false,
    attackCounts: [],
    raw: '{"EventId":"ev-1","AllCnt":12}',
    ...overrides,
  };
}

export function attacker(value: string, overrides: Partial<Attacker> = {}): Attacker {
  return { kind: "ip", value, country: null, region: null, count: null, tags: [], ...overrides };
}

export function target(overrides: Partial<Target> = {}): Target {
  return { host: null, path: null, server: null, addresses: [], resource: null, region: null, ...overrides };
}

/** @param now the latest moment of an event. */
export function eventFactory(
  seed: number,
  { now, days = 90 }: { readonly now: Date; readonly days?: number },
): EventFactory {
  const source = random("events", seed);
  let made = 0;
  const one = () => seededEvent(source, made++, now, days);
  return { one, many: (count) => Array.from({ length: count }, one) };
}

function seededEvent(r: Random, index: number, now: Date, days: number): SeededEvent {
  const profile = r.weighted(EVENT_PROFILES.map((entry) => [entry, entry.weight] as const));
  const [type, title, usual] = r.pick(profile.types);
  const lastSeen = now.getTime() - Math.floor(r.next() ** 1.5 * days * DAY_MS);
  const firstSeen = lastSeen - r.int(0, 12 * 3600) * 1000;
  const attackers = attackersOf(r, profile);
  const attackCount = Math.max(1, Math.floor(r.next() ** 3 * profile.attacks));
  const blockedCount = r.chance(0.1)
    ? null
    : r.weighted([[attackCount, 6] as const, [0, 2] as const, [Math.floor(attackCount / 2), 1] as const]);
  const upstreamId = profile.upstreamIds ? `${profile.source}-${index}-${r.hex(8)}` : null;
  const event: MappedEvent = {
    source: profile.source,
    upstreamId,
    upstreamKey: upstreamId ?? r.hex(32),
    severity: r.chance(0.85) ? usual : r.pick(SEVERITIES),
    // Old events have mostly been handled.
    status: r.chance(Math.min(0.9, (now.getTime() - lastSeen) / (30 * DAY_MS)))
      ? r.pick(STATUSES)
      : "toBeConfirmed",
    statusOrigin: profile.source === "waf-api-security" ? "cloud" : "local",
    type,
    title,
    description: r.chance(0.6)
      ? `${title}: ${attackers[0]?.value ?? "unknown"} was seen ${attackCount} times`
      : null,
    firstSeenAt: new Date(firstSeen).toISOString(),
    lastSeenAt: new Date(lastSeen).toISOString(),
    attackCount,
    blockedCount,
    outcome: outcomeOf(attackCount, blockedCount),
    attackers,
    target: targetOf(r, profile),
    unmapped: [],
    keywords: [],
    partial: false,
    attackCounts: profile.buckets ? bucketsOf(r, lastSeen, attackCount) : [],
    raw: "",
  };
  return { connection: r.pick(profile.connections), event: { ...event, raw: rawOf(event) } };
}

/** A few attackers come again and again, most only once or twice. */
function attackersOf(r: Random, profile: EventProfile): Attacker[] {
  const count = r.chance(0.7) ? 1 : r.int(1, profile.attackers);
  const list = Array.from({ length: count }, () => attackerOf(r));
  return list.filter((one, index) => list.findIndex((other) => other.value === one.value) === index);
}

function attackerOf(r: Random): Attacker {
  const rank = Math.floor(r.next() ** 4 * 40_000);
  const facts = { country: COUNTRIES[rank % COUNTRIES.length] ?? null, count: r.int(1, 500) };
  if (rank % 29 === 28) return attacker(`account-${rank}@example.com`, { ...facts, kind: "account" });
  if (rank % 13 === 12)
    return attacker(`2001:db8:${(rank % 65_536).toString(16)}::${(rank % 97) + 1}`, facts);
  if (rank % 83 === 82) return attacker(`198.51.${rank % 256}.**`, facts);
  return attacker(
    `${[192, 198, 203, 100][rank % 4]}.${(rank >> 8) % 256}.${rank % 256}.${(rank % 250) + 1}`,
    facts,
  );
}

function targetOf(r: Random, profile: EventProfile): Target {
  const number = Math.floor(r.next() ** 2 * 150);
  const address = `10.${number % 8}.${number}.${(number % 200) + 10}`;
  switch (profile.source) {
    case "cloud-firewall":
      return target({ addresses: [address], resource: `i-${number}`, region: "cn-hangzhou" });
    case "hss-rasp":
      return target({ server: `app-${number}`, addresses: [address], path: r.pick(PATHS) });
    default:
      return target({ host: `www${number}.example.com`, path: r.chance(0.5) ? r.pick(PATHS) : null });
  }
}

function bucketsOf(r: Random, lastSeen: number, attacks: number): MappedEvent["attackCounts"] {
  const hour = Math.floor(lastSeen / HOUR_MS) * HOUR_MS;
  const count = r.int(1, 6);
  return Array.from({ length: count }, (_, index) => ({
    at: new Date(hour - (count - 1 - index) * HOUR_MS).toISOString(),
    count: Math.ceil(attacks / count),
  }));
}

/** About as long as a real record. */
function rawOf({ raw: _, ...event }: MappedEvent): string {
  return JSON.stringify({ ...event, RequestData: `GET /?q=${"x".repeat(300)} HTTP/1.1`, Follow: 0 });
}
