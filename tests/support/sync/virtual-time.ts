import type { Clock } from "@/lib/server/clock";
import type { Sleep } from "@/lib/server/clouds/sleep";

type Sleeper = { until: number; readonly wake: () => void };

/** A clock that stands still until told to go on, and sleeps measured by it. */
export class VirtualTime {
  private sleepers: Sleeper[] = [];

  constructor(public now: number) {}

  readonly clock: Clock = () => new Date(this.now);

  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const wake = () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      };
      const sleeper = { until: this.now + Math.max(0, ms), wake };
      this.sleepers.push(sleeper);
      signal.addEventListener("abort", () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });

  /** Sets the clock forward or back (milliseconds); who sleeps wakes as soon as without it, as with real timers. */
  jump(ms: number): void {
    this.now += ms;
    for (const sleeper of this.sleepers) sleeper.until += ms;
  }

  /** Waits until as many sleep as given; everything else has come to rest then. */
  async untilAsleep(count: number): Promise<void> {
    while (this.sleepers.length < count) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets the time pass; as many as given are expected to fall asleep again after every waking. */
  async pass(ms: number, count: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await this.untilAsleep(count);
      const next = this.sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (!next || next.until > end) break;
      this.now = Math.max(this.now, next.until);
      next.wake();
    }
    this.now = Math.max(this.now, end);
  }
}
