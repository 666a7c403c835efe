import { expect, test } from "vitest";
import { RateLimiter } from "@/lib/simulator/rate-limit";

const ALIGNED = { calls: 2, windowMs: 1_000, window: "aligned" } as const;
const FIRST_CALL = { ...ALIGNED, window: "first-call" } as const;

test("an aligned window ends with the clock's own second", () => {
  const limiter = new RateLimiter();
  expect([5_900, 5_950, 5_960].map((now) => limiter.admit("key", ALIGNED, now))).toEqual([
    { admitted: true },
    { admitted: true },
    { admitted: false, waitMs: 40 },
  ]);
  expect(limiter.admit("key", ALIGNED, 6_000)).toEqual({ admitted: true });
});

test("a window of the first call lasts its full length from that call", () => {
  const limiter = new RateLimiter();
  expect([5_900, 6_000, 6_899].map((now) => limiter.admit("key", FIRST_CALL, now))).toEqual([
    { admitted: true },
    { admitted: true },
    { admitted: false, waitMs: 1 },
  ]);
  expect(limiter.admit("key", FIRST_CALL, 6_900)).toEqual({ admitted: true });
});

test("keys are counted apart", () => {
  const limiter = new RateLimiter();
  const results = ["a", "b", "a", "b", "a"].map((key) => limiter.admit(key, ALIGNED, 0).admitted);
  expect(results).toEqual([true, true, true, true, false]);
});
