import type { Outcome } from "@/lib/events/outcome";
import type { Severity } from "@/lib/events/severity";

/** VulLevel: the firewall knows three levels. */
export const LEVELS: ReadonlyMap<string, Severity> = new Map([
  ["1", "low"],
  ["2", "medium"],
  ["3", "high"],
]);

/** RuleResult: the firewall only alerted, or it blocked. */
export const RESULTS: ReadonlyMap<string, Outcome> = new Map([
  ["1", "not-blocked"],
  ["2", "blocked"],
]);

export const RESULT_MEANINGS: ReadonlyMap<string, string> = new Map([
  ["1", "alert"],
  ["2", "block"],
]);

/** RuleSource; there is no 3. */
export const RULE_SOURCES: ReadonlyMap<string, string> = new Map([
  ["1", "basic protection"],
  ["2", "virtual patching"],
  ["4", "threat intelligence"],
]);

/** ResourceType, compared without case: the documents spell its ending both `IP` and `Ip`. */
export const RESOURCE_TYPES: ReadonlyMap<string, string> = new Map([
  ["eip", "elastic address"],
  ["ecspublicip", "public address of a server"],
  ["ecseip", "elastic address of a server"],
  ["natpublicip", "public address of a NAT gateway"],
  ["nateip", "elastic address of a NAT gateway"],
  ["slbpublicip", "public address of a load balancer"],
]);
