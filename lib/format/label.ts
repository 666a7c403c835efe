import type { HistoryItem } from "@/lib/api/event-detail";
import type { Freshness } from "@/lib/api/event-list";
import { ATTACK_TYPE_TITLES } from "@/lib/events/attack-type";
import type { Outcome } from "@/lib/events/outcome";
import type { Severity } from "@/lib/events/severity";
import type { Product, SourceId } from "@/lib/events/source-id";
import { STATUSES, type Status, type StatusOrigin, type WriteState } from "@/lib/events/status";

/** The words that people see for the closed sets of the event model. */
export const SEVERITY_LABELS: Record<Severity, string> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
};

export const STATUS_LABELS: Record<Status, string> = {
  toBeConfirmed: "To confirm",
  confirmed: "Confirmed",
  actioned: "Handled",
  ignored: "Ignored",
};

export const SOURCE_LABELS: Record<SourceId, string> = {
  "waf-api-security": "WAF API security",
  "waf-threat": "WAF threat",
  "cloud-firewall": "Cloud Firewall",
  "hss-rasp": "HSS RASP",
};

export const PRODUCT_LABELS: Record<Product, string> = {
  waf: "Alibaba Cloud WAF 3.0",
  "cloud-firewall": "Alibaba Cloud Cloud Firewall",
  hss: "Huawei Cloud HSS",
};

export const OUTCOME_LABELS: Record<Outcome, string> = {
  "not-blocked": "Not blocked",
  "partly-blocked": "Partly blocked",
  blocked: "Blocked",
  unknown: "Unknown",
};

export const STATUS_ORIGIN_LABELS: Record<StatusOrigin, string> = {
  cloud: "kept in the cloud",
  local: "kept in Watchfloor only",
};

export const WRITE_STATE_LABELS: Record<NonNullable<WriteState>, string> = {
  queued: "Waiting to be written to the cloud",
  sent: "Sent to the cloud, not yet confirmed",
  verified: "Verified in the cloud",
  overtaken: "Overtaken by a change in the cloud",
  failed: "Not written to the cloud",
};

export const FRESHNESS_LABELS: Record<Freshness["state"], string> = {
  fresh: "Up to date",
  syncing: "Syncing",
  stale: "Stale",
  never: "Never read",
};

/** Where a status change was made; follows a name. */
export const HISTORY_ORIGIN_LABELS: Record<HistoryItem["origin"], string> = {
  watchfloor: "in Watchfloor",
  api: "through the API",
  "cloud-console": "in the cloud console",
  "cloud-system": "by the cloud itself",
};

/** The label of a status, or a word of the cloud's own as it came. */
export function statusLabel(status: string): string {
  const known = STATUSES.find((candidate) => candidate === status);
  return known ? STATUS_LABELS[known] : status;
}

/** An event's type for people: Cloud Firewall's bare codes get their meaning, the other sources' codes speak. */
export function typeLabel(type: string): string {
  return ATTACK_TYPE_TITLES.get(type) ?? type;
}
