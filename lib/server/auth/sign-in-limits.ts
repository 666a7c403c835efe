import { RateLimiterMemory } from "rate-limiter-flexible";

const QUARTER_HOUR_SECONDS = 15 * 60;

/**
 * Limits on failed sign-ins. One address guessing one account is stopped early; an address that guesses
 * many accounts, and an account guessed from many addresses, later, so that nobody is locked out by a
 * neighbour's typing mistakes.
 */
const LIMITS = {
  pair: { points: 10, duration: QUARTER_HOUR_SECONDS },
  address: { points: 100, duration: QUARTER_HOUR_SECONDS },
  account: { points: 200, duration: 4 * QUARTER_HOUR_SECONDS },
} as const;

export type SignInLimits = {
  /** Seconds to wait before another attempt is looked at; 0 when none. Counts nothing. */
  waitSeconds(address: string, username: string): Promise<number>;
  countFailure(address: string, username: string): Promise<void>;
  /** Takes back the last count, and clears what this address did wrong with this account. */
  forgive(address: string, username: string): Promise<void>;
};

export function createSignInLimits(): SignInLimits {
  const limiters = {
    pair: new RateLimiterMemory(LIMITS.pair),
    address: new RateLimiterMemory(LIMITS.address),
    account: new RateLimiterMemory(LIMITS.account),
  };
  const keyed = (address: string, username: string) => [
    { limiter: limiters.pair, key: JSON.stringify([address, username]) },
    { limiter: limiters.address, key: address },
    { limiter: limiters.account, key: username },
  ];
  return {
    async waitSeconds(address, username) {
      const waits = await Promise.all(
        keyed(address, username).map(async ({ limiter, key }) => {
          const state = await limiter.get(key);
          return state && state.consumedPoints >= limiter.points ? state.msBeforeNext / 1000 : 0;
        }),
      );
      return Math.ceil(Math.max(...waits));
    },
    async countFailure(address, username) {
      await Promise.all(keyed(address, username).map(({ limiter, key }) => limiter.penalty(key)));
    },
    async forgive(address, username) {
      await Promise.all([
        limiters.pair.delete(JSON.stringify([address, username])),
        limiters.address.reward(address),
        limiters.account.reward(username),
      ]);
    },
  };
}
