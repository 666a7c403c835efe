import { isIP } from "node:net";
import type { Attacker, SecurityEvent, Target } from "@/lib/events/event";
import type { Outcome } from "@/lib/events/outcome";
import type { Severity } from "@/lib/events/severity";
import type { SourceId } from "@/lib/events/source-id";
import type { Status } from "@/lib/events/status";

// Open Cybersecurity Schema Framework, https://schema.ocsf.io/1.5.0/classes/detection_finding

const SCHEMA_VERSION = "1.5.0";
const CATEGORY_FINDINGS = 2;
const CLASS_DETECTION_FINDING = 2004;

const ACTIVITY = { create: 1, update: 2, close: 3 } as const;
const SEVERITY_IDS: Record<Severity, number> = { info: 1, low: 2, medium: 3, high: 4, critical: 5 };
/** A number of the schema with the caption that has to stand beside it. */
type Captioned = { readonly id: number; readonly caption: string };
const STATES: Record<Status, Captioned> = {
  toBeConfirmed: { id: 1, caption: "New" },
  confirmed: { id: 2, caption: "In Progress" },
  actioned: { id: 4, caption: "Resolved" },
  ignored: { id: 3, caption: "Suppressed" },
};
/** The schema has no word for "some of it": that is its "other", which is told in one's own. */
const DISPOSITIONS: Record<Outcome, Captioned> = {
  unknown: { id: 0, caption: "Unknown" },
  "not-blocked": { id: 1, caption: "Allowed" },
  blocked: { id: 2, caption: "Blocked" },
  "partly-blocked": { id: 99, caption: "partly-blocked" },
};
const ACTION_IDS: Record<Outcome, number> = { unknown: 0, "not-blocked": 1, blocked: 2, "partly-blocked": 0 };

const PRODUCTS: Record<SourceId, { readonly name: string; readonly vendor_name: string }> = {
  "waf-api-security": { name: "Web Application Firewall, API security", vendor_name: "Alibaba Cloud" },
  "waf-threat": { name: "Web Application Firewall", vendor_name: "Alibaba Cloud" },
  "cloud-firewall": { name: "Cloud Firewall", vendor_name: "Alibaba Cloud" },
  "hss-rasp": { name: "Host Security Service, application protection", vendor_name: "Huawei Cloud" },
};

const OBSERVABLE_IP = 2;

/** The event as an OCSF Detection Finding (class 2004), with the profiles "cloud" and "security_control". */
export function ocsfFinding(event: SecurityEvent): object {
  const activity = activityOf(event);
  const start = event.firstSeenAt === null ? undefined : Date.parse(event.firstSeenAt);
  const end = Date.parse(event.lastSeenAt);
  const product = PRODUCTS[event.source];
  return {
    activity_id: activity,
    category_uid: CATEGORY_FINDINGS,
    class_uid: CLASS_DETECTION_FINDING,
    type_uid: CLASS_DETECTION_FINDING * 100 + activity,
    time: start ?? end,
    start_time: start,
    end_time: end,
    severity_id: SEVERITY_IDS[event.severity],
    status_id: STATES[event.status].id,
    status: STATES[event.status].caption,
    count: event.attackCount,
    message: event.title,
    is_alert: true,
    action_id: ACTION_IDS[event.outcome],
    disposition_id: DISPOSITIONS[event.outcome].id,
    disposition: DISPOSITIONS[event.outcome].caption,
    cloud: { provider: product.vendor_name, region: event.target.region ?? undefined },
    metadata: {
      version: SCHEMA_VERSION,
      product,
      profiles: ["cloud", "security_control"],
      uid: event.id,
      event_code: event.type,
      log_name: event.connection,
      original_time: event.lastSeenAt,
    },
    finding_info: {
      uid: event.id,
      title: event.title,
      desc: event.description ?? undefined,
      types: [event.type],
      first_seen_time: start,
      last_seen_time: end,
      uid_alt: event.upstreamId ?? undefined,
    },
    evidences: evidencesOf(event),
    observables: event.attackers.filter(isAddress).map(observableOf),
    resources: resourcesOf(event.target),
    unmapped: {
      blocked_count: event.blockedCount,
      assignee: event.assignee,
      version: event.version,
      upstream_values: event.unmapped.length === 0 ? undefined : event.unmapped,
    },
  };
}

function activityOf({ status, version }: SecurityEvent): number {
  if (status === "actioned" || status === "ignored") return ACTIVITY.close;
  return version > 1 ? ACTIVITY.update : ACTIVITY.create;
}

const isAddress = ({ kind, value }: Attacker) => kind === "ip" && isIP(value) !== 0;

const observableOf = ({ value }: Attacker) => ({
  name: "evidences.src_endpoint.ip",
  type_id: OBSERVABLE_IP,
  value,
});

/** One piece of evidence for each attacker, the target in all of them; a piece has to name something. */
function evidencesOf({ attackers, target }: SecurityEvent): object[] | undefined {
  const { host, path } = target;
  const dst_endpoint = targetEndpoint(target);
  const url = path === null ? undefined : { hostname: host ?? undefined, path };
  if (attackers.length === 0) {
    return dst_endpoint === undefined && url === undefined ? undefined : [{ dst_endpoint, url }];
  }
  return attackers.map((attacker) => ({
    actor: actorOf(attacker),
    src_endpoint: sourceOf(attacker),
    dst_endpoint,
    url,
  }));
}

/** The schema takes no endpoint that nothing is known of. */
function targetEndpoint({ host, server, addresses }: Target): object | undefined {
  const hostname = host ?? server ?? undefined;
  const ip = addresses.find((address) => isIP(address) !== 0);
  return hostname === undefined && ip === undefined ? undefined : { hostname, ip };
}

/** An account acts; an address, also a masked one, is where it came from. */
const actorOf = ({ kind, value }: Attacker) => (kind === "account" ? { user: { name: value } } : undefined);

function sourceOf(attacker: Attacker): object | undefined {
  const { kind, value, country, region } = attacker;
  if (kind === "account") return undefined;
  const location = country === null ? undefined : { country, region: region ?? undefined };
  return isAddress(attacker) ? { ip: value, location } : { name: value, location };
}

function resourcesOf({ resource, server, host, region }: Target): object[] {
  const name = server ?? host ?? undefined;
  if (resource === null && name === undefined) return [];
  return [{ uid: resource ?? undefined, name, region: region ?? undefined }];
}
