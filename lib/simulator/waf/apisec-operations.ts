import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import { pageOf } from "@/lib/simulator/paging";
import { Refusal } from "@/lib/simulator/refusal";
import type { ApisecEventRecord } from "@/lib/simulator/waf/apisec-event";
import { apisecEventDetail, apisecEventRow, DETAIL_TYPES } from "@/lib/simulator/waf/apisec-event-wire";
import { requireInstance } from "@/lib/simulator/waf/waf-instance";
import type { WafState, WindowMatch } from "@/lib/simulator/waf/waf-state";

const SCOPES = ["ip", "account"] as const;
const READ_STATUSES = ["toBeConfirmed", "confirmed", "actioned", "ignored"] as const;
export const MAX_SECONDS = 99_999_999_999;

/** Filters that compare one field with one text exactly. */
const EXACT_FILTERS = ["EventId", "ApiFormat", "ApiId", "ApiTag", "MatchedHost", "EventTag"] as const;

const ORDER_FIELDS = { allCnt: "AllCnt", startTs: "StartTs", endTs: "EndTs" } as const;

function inWindow(record: ApisecEventRecord, from: number, to: number, match: WindowMatch): boolean {
  switch (match) {
    case "overlap":
      return record.EndTs >= from && record.StartTs <= to;
    case "start":
      return record.StartTs >= from && record.StartTs <= to;
    case "end":
      return record.EndTs >= from && record.EndTs <= to;
  }
}

function readFilter(params: RpcParameters, match: WindowMatch): (record: ApisecEventRecord) => boolean {
  const scope = params.oneOf("EventScope", SCOPES) ?? "ip";
  const from = params.integer("StartTs", 0, MAX_SECONDS) ?? 0;
  const to = params.integer("EndTs", 0, MAX_SECONDS) ?? MAX_SECONDS;
  if (from > to) throw new Refusal(400, "InvalidStartTs", "StartTs must not be later than EndTs.");
  const exact = new Map<(typeof EXACT_FILTERS)[number] | "EventLevel" | "UserStatus" | "Origin", string>();
  for (const name of EXACT_FILTERS) {
    const value = params.optional(name);
    if (value !== undefined) exact.set(name, value);
  }
  const level = params.oneOf("EventLevel", ["high", "medium", "low"]);
  if (level) exact.set("EventLevel", level);
  const status = params.oneOf("UserStatus", READ_STATUSES);
  if (status) exact.set("UserStatus", status);
  const origin = params.oneOf("Origin", ["custom", "default"]);
  if (origin) exact.set("Origin", origin);
  const ip = params.optional("AttackIp");
  const account = params.optional("Account");
  const wanted = [...exact];
  return (record) =>
    record.EventScope === scope &&
    inWindow(record, from, to, match) &&
    wanted.every(([name, value]) => record[name] === value) &&
    (ip === undefined || record.attackers.some((attacker) => attacker.ip === ip)) &&
    (account === undefined || (scope === "account" && record.AttackerList.includes(account)));
}

/** DescribeApisecEvents: filtered, sorted (newest start first unless asked otherwise), one page. */
export function describeApisecEvents(state: WafState, params: RpcParameters): object {
  requireInstance(state, params);
  const accepts = readFilter(params, state.limits.windowMatch);
  const field = ORDER_FIELDS[params.oneOf("OrderKey", ["allCnt", "startTs", "endTs"]) ?? "startTs"];
  const sign = params.oneOf("OrderWay", ["desc", "asc"]) === "asc" ? 1 : -1;
  const number = params.integer("PageNumber", 1, MAX_SECONDS) ?? 1;
  const size = params.integer("PageSize", 1, state.limits.maxPageSize) ?? 10;
  const rows = state.apisec.query(params.key(["PageNumber", "PageSize"]), state.now(), (all) =>
    all.filter(accepts).sort((a, b) => sign * (a[field] - b[field]) || (a.EventId < b.EventId ? -1 : 1)),
  );
  const { page, total } = pageOf(state.faults, "DescribeApisecEvents", rows, (number - 1) * size, size);
  return { TotalCount: total, Data: page.map(apisecEventRow) };
}

/** DescribeApisecEventDetail: one facet of one event. */
export function describeApisecEventDetail(state: WafState, params: RpcParameters): object {
  requireInstance(state, params);
  const id = params.required("EventId");
  const scope = params.oneOf("EventScope", SCOPES) ?? "ip";
  const type = params.oneOf("DetailType", DETAIL_TYPES) ?? "event_info";
  const record = state.apisec.get(id, state.now());
  if (record?.EventScope !== scope) {
    throw new Refusal(400, "InvalidEventId", `No event ${id} exists in the scope ${scope}.`);
  }
  return apisecEventDetail(record, type);
}

/**
 * ModifyApisecEvents: changes what exists and says nothing about what does not, since the answer has no
 * result per event. An omitted note leaves the old one.
 */
export function modifyApisecEvents(state: WafState, params: RpcParameters, userId: string): object {
  requireInstance(state, params);
  const ids = params.list("EventIds");
  if (ids.length === 0) throw new Refusal(400, "MissingEventIds", "EventIds is mandatory for this action.");
  if (ids.length > state.limits.maxModifiedEvents) {
    throw new Refusal(
      400,
      "InvalidEventIds",
      `At most ${state.limits.maxModifiedEvents} events can be changed at once.`,
    );
  }
  params.required("UserStatus");
  const status = params.oneOf("UserStatus", ["toBeConfirmed", "confirmed", "ignored"]) ?? "toBeConfirmed";
  const scope = params.oneOf("EventScope", SCOPES) ?? "ip";
  const note = params.optional("Note");
  for (const id of ids) {
    if (state.apisec.get(id, state.now())?.EventScope !== scope || state.loses(id)) continue;
    changeStatus(state, id, { status, note, userId, source: "custom" });
  }
  return {};
}

/** Sets the status of one event and appends the record of who did it. */
export function changeStatus(
  state: WafState,
  eventId: string,
  change: { status: string; note: string | undefined; userId: string; source: "custom" | "system" },
): void {
  const now = state.now();
  const before = state.apisec.get(eventId, now);
  if (!before) throw new Error(`no API-security event ${eventId} is visible`);
  const operation = {
    FromStatus: before.UserStatus,
    ToStatus: change.status,
    UserId: change.userId,
    Note: change.note ?? "",
    Time: now,
    OperationSource: change.source,
  };
  state.apisec.update(eventId, (stored) => ({
    ...stored,
    UserStatus: change.status,
    Note: change.note ?? before.Note,
    operations: [...before.operations, operation],
    plannedOperations: [],
  }));
}

/** DescribeApisecUserOperations: no paging, no total, no order worth relying on. */
export function describeApisecUserOperations(state: WafState, params: RpcParameters): object {
  requireInstance(state, params);
  const id = params.required("ObjectId");
  const type = params.oneOf("Type", ["event", "abnormal"]) ?? "event";
  const operations = type === "event" ? (state.apisec.get(id, state.now())?.operations ?? []) : [];
  const odd = operations.filter((_, index) => index % 2 === 1);
  const even = operations.filter((_, index) => index % 2 === 0);
  return {
    Data: [...odd, ...even].map((operation) => ({
      Type: type,
      ObjectId: id,
      ...operation,
      // In every published example the new status is spelt with a capital.
      ToStatus: operation.ToStatus === "confirmed" ? "Confirmed" : operation.ToStatus,
    })),
  };
}
