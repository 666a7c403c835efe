import { random } from "@/lib/simulator/random";
import type { Dataset } from "@/lib/simulator/simulator-options";
import { background } from "@/lib/simulator/story/background";
import { CAMPAIGNS } from "@/lib/simulator/story/campaigns";
import { DAY, secondOfDay } from "@/lib/simulator/story/rhythm";

const SUNDAY = 0;
const SATURDAY = 6;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

function merged(parts: readonly Dataset[]): Dataset {
  return {
    apisecEvents: parts.flatMap((part) => part.apisecEvents ?? []),
    threatEvents: parts.flatMap((part) => part.threatEvents ?? []),
    riskEvents: parts.flatMap((part) => part.riskEvents ?? []),
    raspEvents: parts.flatMap((part) => part.raspEvents ?? []),
  };
}

/** What begins on one day (days since 1970-01-01 UTC) of the demo story. */
export function storyDay(seed: number, day: number): Dataset {
  const source = random("story", seed, day);
  const weekday = (day + WEEKDAY_OF_DAY_ZERO) % 7;
  const busy = weekday === SUNDAY || weekday === SATURDAY ? 0.85 : 1.05;
  const dayStart = day * DAY;
  const campaigns = CAMPAIGNS.filter(([, perDay]) => source.chance(perDay)).map(([campaign]) =>
    campaign(source, secondOfDay(source, dayStart)),
  );
  return merged([background(source, dayStart, busy), ...campaigns]);
}
