import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import { pageOf } from "@/lib/simulator/paging";
import { Refusal } from "@/lib/simulator/refusal";
import type { ThreatEventRecord } from "@/lib/simulator/waf/threat-event";
import {
  METRICS,
  threatEventDetail,
  threatEventRow,
  threatEventTop,
} from "@/lib/simulator/waf/threat-event-wire";
import { requireInstance } from "@/lib/simulator/waf/waf-instance";
import type { WafState } from "@/lib/simulator/waf/waf-state";

const MAX_MILLISECONDS = 99_999_999_999_999;
/** Below it a time is in seconds; pages of early 2026 ask for seconds, the SDK for milliseconds. */
const SMALLEST_MILLISECONDS = 100_000_000_000;
const MAX_PAGE_SIZE = 200;

function requiredTime(params: RpcParameters, name: string): number {
  params.required(name);
  const time = params.integer(name, 0, MAX_MILLISECONDS) ?? 0;
  if (time > 0 && time < SMALLEST_MILLISECONDS) {
    throw new Refusal(
      400,
      `Invalid${name}`,
      `The specified parameter ${name} is not valid: milliseconds are expected.`,
    );
  }
  return time;
}

/** DescribeThreatEvent: events whose last attack lies in the window, newest first. */
export function describeThreatEvent(state: WafState, params: RpcParameters): object {
  requireInstance(state, params);
  const from = requiredTime(params, "StartTime");
  const to = requiredTime(params, "EndTime");
  if (from > to) throw new Refusal(400, "InvalidStartTime", "StartTime must not be later than EndTime.");
  const domain = params.optional("DomainName");
  const number = params.integer("PageNumber", 1, MAX_MILLISECONDS) ?? 1;
  const size = params.integer("PageSize", 1, MAX_PAGE_SIZE) ?? 5;
  const rows = state.threats.query(params.key(["PageNumber", "PageSize"]), state.now(), (all) =>
    all
      .filter(
        (record) =>
          record.EndTime >= from &&
          record.EndTime <= to &&
          (domain === undefined || record.EventTarget === domain || record.EventTarget === `${domain}-waf`),
      )
      .sort((a, b) => b.EndTime - a.EndTime || (a.EventId < b.EventId ? -1 : 1)),
  );
  const { page, total } = pageOf(state.faults, "DescribeThreatEvent", rows, (number - 1) * size, size);
  return { TotalCount: total, ThreatEvents: page.map(threatEventRow) };
}

function requiredEvent(state: WafState, params: RpcParameters): ThreatEventRecord {
  requireInstance(state, params);
  const id = params.required("EventId");
  const record = state.threats.get(id, state.now());
  if (!record) throw new Refusal(400, "InvalidEventId", `No threat event ${id} exists.`);
  return record;
}

export function describeThreatEventDetail(state: WafState, params: RpcParameters): object {
  return { ThreatEventDetail: threatEventDetail(requiredEvent(state, params)) };
}

export function describeThreatEventTopMetric(state: WafState, params: RpcParameters): object {
  const record = requiredEvent(state, params);
  params.required("Metric");
  return { TopMetrics: threatEventTop(record, params.oneOf("Metric", METRICS) ?? "time") };
}
