import { expect, test } from "vitest";
import { countQuarantined, quarantineRecords } from "@/lib/server/db/queries/quarantine";
import { quarantinedRecords } from "@/lib/server/db/schema/quarantine";
import { describeOnEachDatabase } from "@/tests/support/database";

const AT = new Date("2026-03-31T12:00:00.000Z");
const LATER = new Date("2026-03-31T12:05:00.000Z");
const place = { connection: "shop-waf", source: "waf-threat" } as const;

describeOnEachDatabase((database) => {
  test("a record that cannot be read is kept once, with its text and its latest reason", async () => {
    const raw = '{"EndTime":"\0"}';
    await quarantineRecords(database(), { ...place, rejected: [{ raw, reason: "no time" }], at: AT });
    await quarantineRecords(database(), { ...place, rejected: [{ raw, reason: "bad \0 time" }], at: LATER });
    const [stored, ...others] = await database().select().from(quarantinedRecords);
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ ...place, reason: "bad ␀ time", firstSeenAt: AT, lastSeenAt: LATER });
    expect(JSON.parse(stored?.raw ?? "")).toEqual(JSON.parse('{"EndTime":"\\u0000"}'));
  });

  test("records are counted per source of a connection", async () => {
    const rejected = ["1", "2", "2"].map((raw) => ({ raw, reason: "not an object" }));
    await quarantineRecords(database(), { ...place, rejected, at: AT });
    await quarantineRecords(database(), {
      ...place,
      source: "hss-rasp",
      rejected: rejected.slice(0, 1),
      at: AT,
    });
    await quarantineRecords(database(), { ...place, rejected: [], at: AT });
    const counts = await countQuarantined(database());
    expect(counts.toSorted((a, b) => a.count - b.count)).toEqual([
      { ...place, source: "hss-rasp", count: 1 },
      { ...place, count: 2 },
    ]);
  });
});
