import type { Random } from "@/lib/simulator/random";
import type { UserOperation } from "@/lib/simulator/waf/apisec-event";

const HOUR = 3_600;
const USERS = ["1610954820193345", "1818743389962696", "1297430018845521", "2063371902245518"];

const NOTES = {
  confirmed: ["已确认，正在联系业务方", "Confirmed, ticket SEC-1042", "真实攻击，来源已加入观察名单", ""],
  ignored: [
    "误报：内部压测",
    "False positive: penetration test 2026-Q1",
    "合作方调用，已加白",
    "<b>ignored</b>, see mail",
  ],
  actioned: ["源IP已封禁", "Blocked at the edge, password reset forced", "接口已下线修复"],
  toBeConfirmed: ["误操作，恢复待确认", "Reopened after review"],
} as const;

type Status = keyof typeof NOTES;

function step(source: Random, from: Status, to: Status, time: number, automatic = false): UserOperation {
  return {
    FromStatus: from,
    ToStatus: to,
    UserId: automatic ? "" : source.pick(USERS),
    Note: automatic ? "" : source.pick<string>(NOTES[to]),
    Time: time,
    OperationSource: automatic ? "system" : "custom",
  };
}

/**
 * What the company's own people will have done in the cloud console with an event that began at `start`:
 * nothing for the newest third, otherwise one to three steps over the following days.
 */
export function triageHistory(source: Random, start: number): UserOperation[] {
  if (source.chance(0.34)) return [];
  const first = start + source.int(1, 40) * HOUR + source.int(0, HOUR - 1);
  const second = first + source.int(1, 60) * HOUR;
  return source.weighted<() => UserOperation[]>([
    [() => [step(source, "toBeConfirmed", "ignored", first)], 24],
    [() => [step(source, "toBeConfirmed", "ignored", first, true)], 8],
    [() => [step(source, "toBeConfirmed", "confirmed", first)], 26],
    [
      () => [
        step(source, "toBeConfirmed", "confirmed", first),
        step(source, "confirmed", "actioned", second),
      ],
      26,
    ],
    [
      () => [
        step(source, "toBeConfirmed", "ignored", first),
        step(source, "ignored", "toBeConfirmed", second),
        step(source, "toBeConfirmed", "confirmed", second + source.int(1, 20) * HOUR),
      ],
      8,
    ],
  ])();
}
