import type { HssState } from "@/lib/simulator/hss/hss-state";
import { type RaspEventRecord, raspEventRow } from "@/lib/simulator/hss/rasp-event";
import { pageOf } from "@/lib/simulator/paging";
import { Refusal } from "@/lib/simulator/refusal";

const SEVERITIES = ["Security", "Low", "Medium", "High", "Critical"];
const ATTACK_TAGS = [
  "Attack Success",
  "Attack Attempt",
  "Attack Blocked",
  "Abnormal Behavior",
  "Collapsible Host",
  "System Vulnerability",
];
const MAX_LONG = 9_223_372_036_854_775_807n;
const MAX_OFFSET = 2_000_000n;
const ALL_PROJECTS = "all_granted_eps";

function invalid(name: string, why: string): never {
  throw new Refusal(400, "HSS.0001", `Invalid parameter: ${name} ${why}.`);
}

type Query = Readonly<Record<string, string>>;

/** Longs need not fit a JavaScript number, so they are compared as bigint. */
function long(query: Query, name: string, min: bigint, max: bigint): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const value = /^-?\d{1,19}$/.test(text) ? BigInt(text) : null;
  if (value === null || value < min || value > max)
    invalid(name, `must be a whole number from ${min} to ${max}`);
  return Number(value);
}

function text(query: Query, name: string, max: number): string | undefined {
  const value = query[name];
  if (value !== undefined && (value.length < 1 || value.length > max)) {
    invalid(name, `must have 1 to ${max} characters`);
  }
  return value;
}

function snake(tag: string): string {
  return tag.toLowerCase().replaceAll(" ", "_");
}

/** `undefined`: the cloud answers an empty list to such values instead of an error. */
function readFilter(
  query: Query,
  from: number,
  to: number,
): ((record: RaspEventRecord) => boolean) | undefined {
  const { severity, attack_tag: tag, app_type: app, protect_status: status } = query;
  const unknown =
    from >= to ||
    (severity !== undefined && !SEVERITIES.includes(severity)) ||
    (tag !== undefined && !ATTACK_TAGS.includes(tag)) ||
    (app !== undefined && app !== "java") ||
    (status !== undefined && status !== "closed" && status !== "opened");
  const project = text(query, "enterprise_project_id", 256) ?? "0";
  const host = text(query, "host_id", 64);
  if (unknown) return undefined;
  return (record) => {
    const time = Number(record.alarm_time);
    return (
      time >= from &&
      time <= to &&
      (project === ALL_PROJECTS || record.enterpriseProjectId === project) &&
      (host === undefined || record.hostId === host) &&
      (severity === undefined || record.severity === severity) &&
      (tag === undefined || snake(record.attack_tag) === snake(tag)) &&
      (status === undefined || record.protectStatus === status)
    );
  };
}

/**
 * ListRaspEvents, newest first. Both ends of the time range belong to it.
 *
 * @throws Refusal HSS.0001 for missing times and numbers out of range.
 */
export function listRaspEvents(state: HssState, query: Query): object {
  const from = long(query, "start_time", 0n, MAX_LONG) ?? invalid("start_time", "is mandatory");
  const to = long(query, "end_time", 0n, MAX_LONG) ?? invalid("end_time", "is mandatory");
  const offset = long(query, "offset", 0n, MAX_OFFSET) ?? 0;
  const limit = long(query, "limit", 10n, 200n) ?? 10;
  const accepts = readFilter(query, from, to);
  const { offset: _offset, limit: _limit, ...rest } = query;
  const key = JSON.stringify(Object.entries(rest).sort());
  const rows = state.events.query(key, state.now(), (all) =>
    accepts
      ? all
          .filter(accepts)
          .sort((a, b) => Number(b.alarm_time) - Number(a.alarm_time) || (a.key < b.key ? -1 : 1))
      : [],
  );
  const { page, total } = pageOf(state.faults, "ListRaspEvents", rows, offset, limit);
  return { total_num: total, data_list: page.map(raspEventRow) };
}
