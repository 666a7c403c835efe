/** How many calls of one operation one caller may make in one window. */
export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
  /** `aligned`: windows begin on the clock's own seconds or minutes. `first-call`: with the first call. */
  readonly window: "aligned" | "first-call";
}

export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly waitMs: number };

/** Counts calls per key in fixed windows. */
export class RateLimiter {
  readonly #windows = new Map<string, { start: number; calls: number }>();

  admit(key: string, limit: RateLimit, now: number): Admission {
    const start = limit.window === "aligned" ? now - (now % limit.windowMs) : now;
    const current = this.#windows.get(key);
    if (!current || now >= current.start + limit.windowMs || now < current.start) {
      this.#windows.set(key, { start, calls: 1 });
      return { admitted: true };
    }
    if (current.calls >= limit.calls) {
      return { admitted: false, waitMs: current.start + limit.windowMs - now };
    }
    current.calls += 1;
    return { admitted: true };
  }

  reset(): void {
    this.#windows.clear();
  }
}
