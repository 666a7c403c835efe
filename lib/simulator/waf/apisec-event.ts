import { FACTORY_EPOCH, seedAndOverrides } from "@/lib/simulator/factory-time";
import { reached, sumOf } from "@/lib/simulator/growth";
import { random } from "@/lib/simulator/random";
import type { Tick, TimedRecord } from "@/lib/simulator/record-store";

/** One row of an event's audit trail, as DescribeApisecUserOperations answers it. `Time`: seconds. */
export interface UserOperation {
  readonly FromStatus: string;
  readonly ToStatus: string;
  readonly UserId: string;
  readonly Note: string;
  readonly Time: number;
  readonly OperationSource: string;
}

export interface ApisecAttacker {
  readonly ip: string;
  readonly countryId: string;
  /** Region code; "-" and "" are the documents' placeholders for an unknown one. */
  readonly regionId: string;
  readonly count: number;
}

/**
 * One API-security event as the simulator keeps it: the documented fields under their own names, and in
 * lower camel case what the wire form is computed from. Times are Unix seconds.
 */
export interface ApisecEventRecord extends TimedRecord {
  readonly EventId: string;
  readonly EventScope: string;
  readonly EventTag: string;
  readonly EventLevel: string;
  readonly UserStatus: string;
  readonly Origin: string;
  readonly ApiId: string;
  readonly ApiFormat: string;
  readonly ApiTag: string;
  readonly MatchedHost: string;
  readonly StartTs: number;
  readonly EndTs: number;
  readonly AllCnt: number;
  readonly Follow: number;
  readonly Note: string;
  readonly RemoteCountry: string;
  readonly RemoteRegion: string;
  readonly AttackClient: string;
  readonly AttackerList: readonly string[];
  readonly attackers: readonly ApisecAttacker[];
  /** Order is kept in AttackCntInfo, and need not be the order of time. */
  readonly attackCounts: readonly Tick[];
  readonly rule: { readonly id: string; readonly tag: string };
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly response: Readonly<Record<string, unknown>> | null;
  readonly sensitive: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: string;
    readonly cnt: string;
  }[];
  readonly operations: readonly UserOperation[];
  /** Operations of other people that come into force when their `Time` comes. */
  readonly plannedOperations: readonly UserOperation[];
  /** How the fields that are deprecated since 2026-01-14 arrive. */
  readonly deprecatedFields: "present" | "empty" | "absent";
  /** Laid over the list row last: for unknown values, wrong types and missing fields. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** A well-formed API-security event; the same arguments give the same event. */
export function apisecEvent(
  seedOrOverrides: string | number | Partial<ApisecEventRecord> = 0,
  more: Partial<ApisecEventRecord> = {},
): ApisecEventRecord {
  const { seed, overrides } = seedAndOverrides(seedOrOverrides, more);
  const source = random("apisec", seed);
  const scope = overrides.EventScope ?? "ip";
  const end = overrides.EndTs ?? FACTORY_EPOCH - source.int(60, 80_000);
  const start = overrides.StartTs ?? end - source.int(60, 5_000);
  const count = overrides.AllCnt ?? source.int(1, 500);
  const ip = `203.0.113.${source.int(1, 254)}`;
  const account = `18${source.int(10_000_000, 99_999_999)}`;
  return {
    EventId: source.hex(32),
    EventScope: scope,
    EventTag: source.pick(["ObtainSensitiveUnauthorized", "Event_LoginCollision", "Event_DataTraverse"]),
    EventLevel: source.pick(["high", "medium", "low"]),
    UserStatus: "toBeConfirmed",
    Origin: "default",
    ApiId: source.hex(32),
    ApiFormat: `/api/v1/resource/${source.int(1, 40)}`,
    ApiTag: "SendMail",
    MatchedHost: "shop.example.com",
    StartTs: start,
    EndTs: end,
    AllCnt: count,
    Follow: 0,
    Note: "",
    RemoteCountry: "US",
    RemoteRegion: "US-CA",
    AttackClient: "Chrome",
    AttackerList: [scope === "account" ? account : ip],
    attackers: [{ ip, countryId: "US", regionId: "", count }],
    attackCounts: [{ at: end - (end % 60), count }],
    rule: {
      id: String(source.int(100_000, 999_999)),
      tag: "interface returns a large amount of sensitive information",
    },
    request: { method: "GET", host: "shop.example.com", url: "/", header: {}, body: "" },
    response: { status: 200, header: {}, body: "{}" },
    sensitive: [],
    operations: [],
    plannedOperations: [],
    deprecatedFields: "present",
    ...overrides,
  };
}

export function apisecIsTimeDependent(record: ApisecEventRecord): boolean {
  return (
    record.visibleFrom !== undefined || record.growth !== undefined || record.plannedOperations.length > 0
  );
}

/** The event as the cloud shows it at `now`: attacks so far, and the planned operations that are due. */
export function settleApisecEvent(record: ApisecEventRecord, now: number): ApisecEventRecord | undefined {
  const progress = reached(record, now);
  if (progress === "hidden") return undefined;
  const due = record.plannedOperations.filter(({ Time }) => Time <= now);
  if (progress === "complete" && due.length === 0) return record;
  const last = due.at(-1);
  const operated =
    last === undefined
      ? record
      : {
          ...record,
          UserStatus: last.ToStatus,
          Note: last.Note || record.Note,
          operations: [...record.operations, ...due],
          plannedOperations: record.plannedOperations.filter(({ Time }) => Time > now),
        };
  return progress === "complete" ? operated : { ...operated, ...grown(record, progress) };
}

function grown(record: ApisecEventRecord, ticks: readonly Tick[]): Partial<ApisecEventRecord> {
  const sum = sumOf(ticks);
  const share = sum / Math.max(1, record.AllCnt);
  return {
    AllCnt: sum,
    EndTs: ticks.at(-1)?.at ?? record.EndTs,
    attackCounts: ticks,
    attackers: record.attackers.map((attacker) => ({
      ...attacker,
      count: Math.max(1, Math.round(attacker.count * share)),
    })),
  };
}
