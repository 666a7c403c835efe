import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ProblemError } from "./problem-error";

const MINUTE_SECONDS = 60;

/**
 * Requests in a minute. A busy console sends a few in a second and a script on a fast network a few hundred:
 * these limits stop what runs away without being noticed by anybody who works. An address may stand for a
 * whole office behind one gateway, so it may send more than a person; requests without valid credentials
 * are never work.
 */
const PER_MINUTE = { person: 60_000, address: 180_000, stranger: 3_000 } as const;

type Whom = keyof typeof PER_MINUTE;

export type RequestLimits = {
  /**
   * Counts one request.
   * @param key the person's id, or the address of an `address` or a `stranger`.
   * @throws ProblemError rate-limited, with the seconds to wait in Retry-After.
   */
  count(whom: Whom, key: string): Promise<void>;
};

function tooMany(whom: Whom, limit: number, waitMs: number): ProblemError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const what = whom === "stranger" ? "requests without valid credentials from this address" : "requests";
  const detail = `At most ${limit} ${what} are taken in a minute. Wait ${seconds} s and send fewer at a time.`;
  return new ProblemError("rate-limited", detail, { headers: { "retry-after": String(seconds) } });
}

/** Counts in this process: each of several servers has its own count. */
export function createRequestLimits(perMinute: Readonly<Record<Whom, number>> = PER_MINUTE): RequestLimits {
  const limiter = (whom: Whom) =>
    new RateLimiterMemory({ keyPrefix: whom, points: perMinute[whom], duration: MINUTE_SECONDS });
  const limiters = { person: limiter("person"), address: limiter("address"), stranger: limiter("stranger") };
  return {
    async count(whom, key) {
      try {
        await limiters[whom].consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw tooMany(whom, perMinute[whom], refusal.msBeforeNext);
      }
    },
  };
}
