import { parseLossless } from "@/lib/server/clouds/record-text";
import { recordText } from "@/lib/server/sources/mapping/map-records";
import type { MappedEvent, PageRequest, StoredRecord } from "@/lib/server/sources/source";

type Row = Readonly<Record<string, unknown>>;

/** A row as the sources get it: parsed from its text, numbers as they came. */
export const asRecord = (row: unknown) => recordText(parseLossless(JSON.stringify(row)));

/** A row of DescribeApisecEvents with the required fields only. */
export function apisecRow(overrides: Row = {}): Row {
  return {
    EventId: "event-1",
    EventTag: "Event_DataTraverse",
    EventLevel: "high",
    UserStatus: "toBeConfirmed",
    StartTs: 1_700_000_000,
    EndTs: 1_700_000_600,
    AllCnt: 12,
    ...overrides,
  };
}

export function threatRow(overrides: Row = {}): Row {
  return {
    EventId: "threat-1",
    EventLevel: "critical",
    EventTag: "SingleURLSqlattack",
    EventSrc: "203.0.113.7",
    EventTarget: "shop.example.com-waf",
    BlockRate: "100%",
    EndTime: 1_700_000_600_000,
    ...overrides,
  };
}

export function threatDetail(overrides: Row = {}): Row {
  return { EventCnt: "20", EventBlock: "15", EventSrc: "203.0.113.7", EventSrcCountry: "GB", ...overrides };
}

export function riskRow(overrides: Row = {}): Row {
  return {
    EventId: "risk-1",
    EventName: "Web attack",
    Direction: "in",
    AttackType: 9,
    VulLevel: 3,
    RuleResult: 2,
    EventCount: 7,
    FirstEventTime: 1_700_000_000,
    LastEventTime: 1_700_000_600,
    SrcIP: "203.0.113.7",
    DstIP: "198.51.100.4",
    ...overrides,
  };
}

export function raspRow(overrides: Row = {}): Row {
  return {
    severity: "High",
    host_name: "app-1",
    private_ip: "10.0.0.5",
    alarm_time: 1_700_000_600_000,
    event_name: "SqlInjection",
    req_src_ip: "203.0.113.7",
    req_method: "GET",
    req_url: "/orders?id=1",
    attack_tag: "attack_blocked",
    ...overrides,
  };
}

/** The record as the index gives it back. */
export function storedRecord(mapped: MappedEvent): StoredRecord {
  const { upstreamKey, partial: _, attackCounts, raw, ...event } = mapped;
  return {
    event: {
      ...event,
      id: `id-${upstreamKey}`,
      connection: "test",
      writeState: null,
      assignee: null,
      version: 1,
      syncedAt: "2026-01-01T00:00:00.000Z",
    },
    attackCounts,
    raw,
  };
}

/** A request for the first page of a day; the index holds `stored`. */
export function pageRequest(
  overrides: Partial<Omit<PageRequest, "stored">> & { stored?: Readonly<Record<string, string>> } = {},
): PageRequest {
  const { stored = {}, ...rest } = overrides;
  const held = new Map(Object.entries(stored));
  return {
    list: "all",
    from: new Date("2023-11-14T00:00:00Z"),
    to: new Date("2023-11-15T00:00:00Z"),
    page: 1,
    stored: async (keys) => new Map([...held].filter(([key]) => keys.includes(key))),
    signal: new AbortController().signal,
    priority: "background",
    ...rest,
  };
}
