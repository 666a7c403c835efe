import { expect, it } from "vitest";
import { createBriefMemory } from "@/lib/server/auth/brief-memory";
import { onwardTime } from "@/lib/server/onward-time";

const HOUR = 3_600_000;

it("a time for what is remembered follows the clock, and never goes back with it", () => {
  let now = 10 * HOUR;
  const time = onwardTime(() => new Date(now));
  expect(time.now()).toBe(10 * HOUR);
  now += 5;
  expect(time.now()).toBe(10 * HOUR + 5);
  now -= HOUR;
  const after = time.now();
  expect(after).toBeGreaterThan(11 * HOUR);
  now += 7;
  expect(time.now()).toBe(after + 7);
});

it("a session that was ended elsewhere is not remembered for longer because the clock was set back", async () => {
  let now = 10 * HOUR;
  let live = true;
  const memory = createBriefMemory(
    async () => live,
    () => new Date(now),
  );
  expect(await memory.read("session")).toBe(true);
  live = false;
  now -= HOUR;
  expect(await memory.read("session")).toBe(false);
});
