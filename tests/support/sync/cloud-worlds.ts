import type { SourceId } from "@/lib/events/source-id";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import {
  type ApisecEventRecord,
  apisecEvent,
  type RaspEventRecord,
  type RecordControls,
  type RiskEventRecord,
  raspEvent,
  riskEvent,
  type Simulator,
  type ThreatEventRecord,
  threatEvent,
} from "@/lib/simulator";
import { riskEventRow } from "@/lib/simulator/cloud-firewall/risk-event-wire";
import { raspEventRow } from "@/lib/simulator/hss/rasp-event";
import { apisecEventRow } from "@/lib/simulator/waf/apisec-event-wire";
import { threatEventDetail, threatEventRow } from "@/lib/simulator/waf/threat-event-wire";
import { simulatedConnections } from "../simulated-clouds";

/** One list of a simulated cloud and what may happen to its data. Times in Unix seconds. */
export type CloudWorld = {
  readonly source: SourceId;
  readonly connection: ConnectionConfig;
  readonly operation:
    | "DescribeApisecEvents"
    | "DescribeThreatEvent"
    | "DescribeRiskEventGroup"
    | "ListRaspEvents";
  /** Rows that make a few pages. */
  readonly fewPages: number;
  clear(): void;
  /** A record of that time comes into being. */
  add(name: string, at: number): void;
  /** A record that is equal to another in everything but its id, where there are ids. */
  addTwin(index: number, name: string): void;
  /** An event goes on: more attacks, a later end. */
  grow(index: number, at: number): void;
  /** Something changes that moves nothing. */
  touch(index: number): void;
  /** @returns the id of what was removed; null where nothing was. */
  remove(index: number): string | null;
  /** Every record that the cloud shows now, as the index should hold it. */
  shown(): string[];
};

/** How the records of one list are made and changed; a list whose records never change has no changes. */
type Kind<R> = {
  make(name: string, at: number): R;
  twin(record: R, name: string): R;
  grow?(at: number): Partial<R>;
  touch?(record: R): Partial<R>;
  shown(record: R): object;
};

function changes<R extends object>(records: RecordControls<R>, idOf: (record: R) => string, kind: Kind<R>) {
  const pick = (index: number) => {
    const all = records.all();
    return all[index % Math.max(1, all.length)];
  };
  const change = (index: number, patch: (record: R) => Partial<R> | undefined) => {
    const record = pick(index);
    const changed = record && patch(record);
    if (record && changed) records.update(idOf(record), changed);
  };
  return {
    clear: () => records.clear(),
    add: (name: string, at: number) => records.add(kind.make(name, at)),
    addTwin(index: number, name: string) {
      const record = pick(index);
      if (record) records.add(kind.twin(record, name));
    },
    grow: (index: number, at: number) => change(index, () => kind.grow?.(at)),
    touch: (index: number) => change(index, (record) => kind.touch?.(record)),
    remove(index: number) {
      const record = pick(index);
      return record && kind.grow && records.remove(idOf(record)) ? idOf(record) : null;
    },
    shown: () => records.all().map((record) => comparable(JSON.stringify(kind.shown(record)))),
  };
}

/** A stored record's text in a form that can be compared. */
export const comparable = (raw: string): string => JSON.stringify(JSON.parse(raw));

/** The four lists of a simulator. */
export function cloudWorlds(simulator: Simulator): readonly CloudWorld[] {
  const { waf, cloudFirewall, hss } = simulator.controls;
  const connections = simulatedConnections(simulator);
  const apisec: Kind<ApisecEventRecord> = {
    make: (name, at) =>
      apisecEvent(name, { EventScope: name.length % 2 ? "ip" : "account", StartTs: at - 600, EndTs: at }),
    twin: (record, name) => ({ ...record, EventId: name }),
    grow: (at) => ({ EndTs: at, AllCnt: 9_999 }),
    touch: (record) => ({ UserStatus: record.UserStatus === "ignored" ? "confirmed" : "ignored" }),
    shown: apisecEventRow,
  };
  const threat: Kind<ThreatEventRecord> = {
    make: (name, at) => threatEvent(name, { EndTime: at * 1000 }),
    twin: (record, name) => ({ ...record, EventId: name }),
    grow: (at) => ({ EndTime: at * 1000, attackCount: 9_999 }),
    touch: (record) => ({ EventLevel: record.EventLevel === "high" ? "low" : "high" }),
    shown: (record) => ({
      ThreatEvent: threatEventRow(record),
      ThreatEventDetail: threatEventDetail(record),
    }),
  };
  const risk: Kind<RiskEventRecord> = {
    make: (name, at) => riskEvent(name, { FirstEventTime: at - 60, LastEventTime: at }),
    twin: (record, name) => ({ ...record, EventId: name }),
    grow: (at) => ({ LastEventTime: at, EventCount: 9_999 }),
    touch: (record) => ({ RuleResult: record.RuleResult === 1 ? 2 : 1 }),
    shown: (record) => riskEventRow(record, "en", true),
  };
  // Alarms are written once, and two may be equal in all that goes out.
  const rasp: Kind<RaspEventRecord> = {
    make: (name, at) => ({ ...raspEvent(name, { alarm_time: at * 1000 }), key: name }),
    twin: (record, name) => ({ ...record, key: name }),
    shown: raspEventRow,
  };
  return [
    {
      source: "waf-api-security",
      connection: connections.waf,
      operation: "DescribeApisecEvents",
      fewPages: 170,
      ...changes(waf.apisecEvents, (record) => record.EventId, apisec),
    },
    {
      source: "waf-threat",
      connection: connections.waf,
      operation: "DescribeThreatEvent",
      fewPages: 240,
      ...changes(waf.threatEvents, (record) => record.EventId, threat),
    },
    {
      source: "cloud-firewall",
      connection: connections.cloudFirewall,
      operation: "DescribeRiskEventGroup",
      fewPages: 60,
      ...changes(cloudFirewall, (record) => record.EventId, risk),
    },
    {
      source: "hss-rasp",
      connection: connections.hss,
      operation: "ListRaspEvents",
      fewPages: 500,
      ...changes(hss, (record) => record.key, rasp),
    },
  ];
}
