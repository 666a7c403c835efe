import { describe, expect, it } from "vitest";
import { ENGINES, newDatabaseUrl } from "@/tests/support/database";
import { surviveKills } from "@/tests/support/processes/survive-kills";

/** `npx tsx tests/bench/kills.ts` kills more often. */
const LIVES = 3;

describe.each(ENGINES)("kill -9 at random moments of sync and bulk on %s", (engine) => {
  it("is followed by a good start every time, and nothing that was acknowledged is lost or doubled", async () => {
    const survival = await surviveKills(await newDatabaseUrl(engine), LIVES, 5);
    expect(survival).toEqual({
      acknowledgedNotes: expect.any(Number),
      missingNotes: [],
      unsettledJobs: [],
      events: 60,
      repeatedOperations: 0,
      chainIntact: true,
    });
    expect(survival.acknowledgedNotes).toBeGreaterThan(0);
  }, 300_000);
});
