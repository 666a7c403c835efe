import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";

/** For so long a cloud that timed out with places is asked without them; milliseconds. */
const REST_MS = 10 * 60_000;

/** The clouds that are too slow at present to tell places: each page would wait for the same time-out first. */
export class SlowPlaces {
  readonly #since = new WeakMap<CloudClient, number>();

  constructor(private readonly clock: Clock) {}

  note(client: CloudClient): void {
    this.#since.set(client, this.clock().getTime());
  }

  has(client: CloudClient): boolean {
    const since = this.#since.get(client);
    if (since === undefined) return false;
    const passed = this.clock().getTime() - since;
    // A clock that was set back must not make it longer.
    return passed >= 0 && passed < REST_MS;
  }
}
