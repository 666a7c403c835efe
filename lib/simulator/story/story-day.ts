import { riskEvent } from "@/lib/simulator/cloud-firewall/risk-event";
import { raspEvent } from "@/lib/simulator/hss/rasp-event";
import type { Dataset } from "@/lib/simulator/simulator-options";
import { apisecEvent } from "@/lib/simulator/waf/apisec-event";
import { threatEvent } from "@/lib/simulator/waf/threat-event";

const DAY = 86_400;

/** What begins on one day (days since 1970-01-01 UTC) of the demo story. */
export function storyDay(seed: number, day: number): Dataset {
  const at = (index: number, count: number) => day * DAY + Math.floor(((index + 1) * DAY) / (count + 1));
  const rows = <R>(count: number, make: (name: string, time: number) => R) =>
    Array.from({ length: count }, (_, index) => make(`${seed} ${day} ${index}`, at(index, count)));
  return {
    apisecEvents: rows(30, (name, time) => apisecEvent(name, { EndTs: time, visibleFrom: time })),
    threatEvents: rows(17, (name, time) => threatEvent(name, { EndTime: time * 1000, visibleFrom: time })),
    riskEvents: rows(47, (name, time) => riskEvent(name, { LastEventTime: time, visibleFrom: time })),
    raspEvents: rows(15, (name, time) => raspEvent(name, { alarm_time: time * 1000, visibleFrom: time })),
  };
}
