import type { CloudFirewallState } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import type { RiskEventRecord } from "@/lib/simulator/cloud-firewall/risk-event";
import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import type { HssState } from "@/lib/simulator/hss/hss-state";
import type { RaspEventRecord } from "@/lib/simulator/hss/rasp-event";
import type { TokenBook } from "@/lib/simulator/iam/token-book";
import type { RecordStore, TimedRecord } from "@/lib/simulator/record-store";
import type { RequestLog } from "@/lib/simulator/request-log";
import type { ApisecEventRecord } from "@/lib/simulator/waf/apisec-event";
import { changeStatus } from "@/lib/simulator/waf/apisec-operations";
import type { ThreatEventRecord } from "@/lib/simulator/waf/threat-event";
import type { WafInstance, WafState } from "@/lib/simulator/waf/waf-state";

/** The data of one list, changed by a test at any moment: also while pages are being walked. */
export interface RecordControls<R extends TimedRecord> {
  add(...records: readonly R[]): void;
  /** @throws when the record does not exist. */
  update(id: string, patch: Partial<R> | ((record: R) => R)): R;
  remove(id: string): boolean;
  clear(): void;
  /** What the cloud shows now, in no particular order. */
  all(): readonly R[];
  get(id: string): R | undefined;
}

export interface WafControls {
  readonly apisecEvents: RecordControls<ApisecEventRecord>;
  readonly threatEvents: RecordControls<ThreatEventRecord>;
  addApisecEvent(...records: readonly ApisecEventRecord[]): void;
  addThreatEvent(...records: readonly ThreatEventRecord[]): void;
  /** Somebody changes a status in the cloud's own console, behind our back. Leaves an operation record. */
  changeStatusInConsole(
    eventId: string,
    status: string,
    by?: { userId?: string; note?: string; source?: "custom" | "system" },
  ): void;
  /** ModifyApisecEvents drops the change for these events in silence. */
  loseModifications(eventIds: readonly string[] | ((eventId: string) => boolean)): void;
  /** The instance of the account; `null`: it owns none. */
  setInstance(instance: WafInstance | null): void;
}

export interface SimulatorControls {
  /** Failures, latency, broken bodies, duplicates, overstated totals, hooks, throttling. */
  readonly faults: FaultBoard;
  /** What has been received so far. */
  readonly requests: RequestLog;
  readonly waf: WafControls;
  readonly cloudFirewall: RecordControls<RiskEventRecord>;
  /** The id is the record's `key`, which never goes out. */
  readonly hss: RecordControls<RaspEventRecord>;
  readonly iam: {
    /** Every token given out so far is answered with APIGW.0301 from now on. */
    expireTokens(): void;
    setPassword(password: string): void;
  };
  /** Temporary Alibaba credentials are answered with InvalidSecurityToken.Expired from now on. */
  expireSts(): void;
}

function recordControls<R extends TimedRecord>(store: RecordStore<R>, now: () => number): RecordControls<R> {
  return {
    add: (...records) => store.add(records),
    update: (id, patch) => store.update(id, patch),
    remove: (id) => store.remove(id),
    clear: () => store.clear(),
    all: () => store.visible(now()),
    get: (id) => store.get(id, now()),
  };
}

export interface ControlledParts {
  readonly faults: FaultBoard;
  readonly requests: RequestLog;
  readonly waf: WafState;
  readonly cloudFirewall: CloudFirewallState;
  readonly hss: HssState;
  readonly tokens: TokenBook;
  readonly setPassword: (password: string) => void;
  readonly expireSts: () => void;
}

const CONSOLE_USER = "1234567890123456";

export function simulatorControls(parts: ControlledParts): SimulatorControls {
  const { waf, cloudFirewall, hss } = parts;
  const apisecEvents = recordControls(waf.apisec, () => waf.now());
  const threatEvents = recordControls(waf.threats, () => waf.now());
  return {
    faults: parts.faults,
    requests: parts.requests,
    waf: {
      apisecEvents,
      threatEvents,
      addApisecEvent: apisecEvents.add,
      addThreatEvent: threatEvents.add,
      changeStatusInConsole: (eventId, status, by = {}) =>
        changeStatus(waf, eventId, {
          status,
          note: by.note,
          userId: by.userId ?? CONSOLE_USER,
          source: by.source ?? "custom",
        }),
      loseModifications(eventIds) {
        waf.loses = typeof eventIds === "function" ? eventIds : (id) => eventIds.includes(id);
      },
      setInstance(instance) {
        waf.instance = instance;
      },
    },
    cloudFirewall: recordControls(cloudFirewall.events, () => cloudFirewall.now()),
    hss: recordControls(hss.events, () => hss.now()),
    iam: { expireTokens: () => parts.tokens.expireAll(), setPassword: parts.setPassword },
    expireSts: parts.expireSts,
  };
}
