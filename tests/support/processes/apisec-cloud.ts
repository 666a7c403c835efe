import { apisecEvent, type Simulator, startSimulator } from "@/lib/simulator";
import { scaledTime, type TimeScale } from "./scaled-time";

/** A simulated WAF with so many API security events of the last hours, all to be confirmed, and no call limits. */
export async function startApisecCloud(count: number, time: TimeScale): Promise<Simulator> {
  const { clock } = scaledTime(time);
  const now = Math.floor(clock().getTime() / 1000);
  const apisecEvents = Array.from({ length: count }, (_, index) =>
    apisecEvent(`event-${index}`, { StartTs: now - 7_200 - index, EndTs: now - 3_600 - index }),
  );
  const simulator = await startSimulator({ scenario: { apisecEvents }, clock, wallClock: clock });
  simulator.controls.faults.throttling(false);
  return simulator;
}
