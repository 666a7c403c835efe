import type { Severity } from "@/lib/events/severity";
import type { SourceId } from "@/lib/events/source-id";

/** What one source's events look like, in the shares that a mid-sized shop sees. */
export type EventProfile = {
  readonly source: SourceId;
  readonly connections: readonly string[];
  /** Share of all events. */
  readonly weight: number;
  readonly upstreamIds: boolean;
  /** The source's own code, title, and usual severity. */
  readonly types: readonly (readonly [code: string, title: string, severity: Severity])[];
  /** Most attackers in one event, and attacks of one. */
  readonly attackers: number;
  readonly attacks: number;
  /** Publishes attack counts per hour. */
  readonly buckets: boolean;
};

export const EVENT_PROFILES: readonly EventProfile[] = [
  {
    source: "waf-api-security",
    connections: ["shop-waf", "bank-waf"],
    weight: 25,
    upstreamIds: true,
    attackers: 6,
    attacks: 2_000,
    buckets: true,
    types: [
      ["Event_InternalLoginWeakPasswd", "Weak password in an internal application", "low"],
      ["Event_LoginCollision", "Credential stuffing", "high"],
      ["Event_LoginBruteforce", "Password guessing against one account", "high"],
      ["Event_DataTraverse", "Records read one after another", "high"],
      ["Event_AbnormalIpCall", "Calls from an unusual address", "low"],
      ["Event_AbnormalRegionCall", "调用区域异常", "low"],
      ["Event_SmsAbuse", "Text messages requested in bulk", "medium"],
      ["Event_SensitiveDataLeak", "Personal data in responses", "high"],
    ],
  },
  {
    source: "waf-threat",
    connections: ["shop-waf", "bank-waf"],
    weight: 30,
    upstreamIds: true,
    attackers: 3,
    attacks: 20_000,
    buckets: false,
    types: [
      ["MultipleDomainDirscan", "Directory scan of several sites", "medium"],
      ["SingleDomainDirscan", "Directory scan of one site", "low"],
      ["SingleDomainWebscan", "Vulnerability scan of one site", "medium"],
      ["SingleURLSqlattack", "SQL injection against one address", "high"],
      ["SingleURLXssattack", "Script injection against one address", "medium"],
      ["WebshellUpload", "Web shell upload", "critical"],
      ["RandomVulnTest", "Random exploits", "info"],
    ],
  },
  {
    source: "cloud-firewall",
    connections: ["edge-firewall"],
    weight: 30,
    upstreamIds: true,
    attackers: 1,
    attacks: 300,
    buckets: false,
    types: [
      ["1000002", "Webshell communication", "high"],
      ["1000114", "Apache Log4j2 remote code execution", "critical"],
      ["1000207", "挖矿行为", "high"],
      ["1000341", "Redis unauthorised access", "medium"],
      ["1000422", "Remote desktop password guessing", "medium"],
      ["1000518", "Port scan", "low"],
      ["1000609", "Command and control callback", "critical"],
    ],
  },
  {
    source: "hss-rasp",
    connections: ["host-security"],
    weight: 15,
    upstreamIds: false,
    attackers: 1,
    attacks: 1,
    buckets: false,
    types: [
      ["ExpressionInject", "Expression injection", "high"],
      ["SqlInject", "SQL injection", "medium"],
      ["CommandInject", "Command injection", "critical"],
      ["PathTraversal", "Path traversal", "medium"],
      ["Deserialization", "Unsafe deserialisation", "high"],
      ["FilelessWebshell", "Web shell in memory", "critical"],
    ],
  },
];
