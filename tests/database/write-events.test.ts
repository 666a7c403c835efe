import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MappedEvent } from "@/lib/events/event-record";
import { EMPTY_FILTER } from "@/lib/events/query";
import type { WriteState } from "@/lib/events/status";
import { countEventsBySource } from "@/lib/server/db/queries/count-events-by-source";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { findRecord } from "@/lib/server/db/queries/find-record";
import { storedRaw } from "@/lib/server/db/queries/stored-raw";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { events } from "@/lib/server/db/schema/events";
import { describeOnEachDatabase } from "@/tests/support/database";
import { attacker, eventFactory, mappedEvent, target } from "@/tests/support/event-factory";
import { writeSeeded } from "@/tests/support/write-seeded";

const FIRST_SYNC = new Date("2026-03-31T12:00:00.000Z");
const NEXT_SYNC = new Date("2026-03-31T12:05:00.000Z");

describeOnEachDatabase((database) => {
  const write = (list: readonly MappedEvent[], syncedAt = FIRST_SYNC, connection = "shop-waf") =>
    writeEvents(database(), { connection, events: list, syncedAt });
  /** Writes one event and reads it back. */
  const store = async (event: MappedEvent, syncedAt = FIRST_SYNC) => {
    const { ids, ...counts } = await write([event], syncedAt);
    const record = await findRecord(database(), ids[0] ?? "");
    if (record === null) throw new Error("The event was not stored.");
    return { ...record, id: record.event.id, counts };
  };
  const setLocally = (id: string, change: Partial<typeof events.$inferInsert>) =>
    database().update(events).set(change).where(eq(events.id, id));

  test("every mapped field, all attackers, the buckets and the raw text come back as they were written", async () => {
    const attackers = Array.from({ length: 45 }, (_, index) =>
      attacker(`203.0.113.${index}`, {
        country: "US",
        region: "CA",
        count: index,
        tags: ["WAF Back-to-origin Address"],
      }),
    );
    const mapped = mappedEvent({
      attackers,
      description: "text",
      target: target({
        host: "a.example",
        path: "/x",
        server: "s",
        addresses: ["10.0.0.1"],
        resource: "r",
        region: "z",
      }),
      unmapped: [{ field: "EventTag", value: "New" }],
      attackCounts: [{ at: "2024-06-04T10:52:00.000Z", count: 9_000_000_000 }],
      raw: '{ "b": 1.0, "a": 12345678901234567890 }',
    });
    const { event, attackCounts, raw } = await store(mapped);
    const {
      upstreamKey: _key,
      keywords: _keywords,
      partial: _partial,
      attackCounts: counts,
      raw: text,
      ...fields
    } = mapped;
    expect(event).toEqual({
      ...fields,
      id: expect.stringMatching(/^[\w-]{16}$/),
      connection: "shop-waf",
      writeState: null,
      assignee: null,
      version: 1,
      syncedAt: FIRST_SYNC.toISOString(),
    });
    expect(attackCounts).toEqual(counts);
    expect(raw).toBe(text);
  });

  test("writing the same records again changes nothing", async () => {
    const seeded = eventFactory(1, { now: FIRST_SYNC }).many(300);
    const list = seeded.filter((one) => one.connection === "shop-waf").map((one) => one.event);
    const first = await write(list);
    expect(first).toMatchObject({ inserted: list.length, updated: 0, unchanged: 0 });
    const again = await write([...list].reverse(), NEXT_SYNC);
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: list.length });
    expect(again.ids.toReversed()).toEqual(first.ids);
    const record = await findRecord(database(), first.ids[0] ?? "");
    expect(record?.event).toMatchObject({ version: 1, syncedAt: FIRST_SYNC.toISOString() });
  });

  test("a changed record replaces the old one, attackers and buckets included, and raises the version", async () => {
    const bucket = { at: "2026-03-01T10:00:00.000Z", count: 1 };
    await store(
      mappedEvent({ attackers: [attacker("192.0.2.1"), attacker("192.0.2.2")], attackCounts: [bucket] }),
    );
    const changed = mappedEvent({
      attackCount: 99,
      attackers: [attacker("192.0.2.2"), attacker("192.0.2.3")],
      raw: "{}",
    });
    const { event, attackCounts, raw, counts } = await store(changed, NEXT_SYNC);
    expect(counts).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(event).toMatchObject({ attackCount: 99, version: 2, syncedAt: NEXT_SYNC.toISOString() });
    expect([attackCounts, raw]).toEqual([[], "{}"]);
    const { attacker: facet } = await countFacets(database(), EMPTY_FILTER, NEXT_SYNC);
    expect(facet).toEqual([
      { value: "192.0.2.2", count: 1 },
      { value: "192.0.2.3", count: 1 },
    ]);
  });

  test("of a record that comes twice in one batch, the last one counts", async () => {
    const result = await write([mappedEvent({ attackCount: 1 }), mappedEvent({ attackCount: 2 })]);
    expect(result).toMatchObject({ inserted: 1, updated: 0, unchanged: 0 });
    expect(result.ids[0]).toBe(result.ids[1]);
    expect((await findRecord(database(), result.ids[0] ?? ""))?.event.attackCount).toBe(2);
  });

  test("the same upstream key of another connection or source is another event", async () => {
    const shop = await write([mappedEvent(), mappedEvent({ source: "cloud-firewall" })]);
    const bank = await write([mappedEvent()], FIRST_SYNC, "bank-waf");
    expect(new Set([...shop.ids, ...bank.ids]).size).toBe(3);
    expect(await countEventsBySource(database())).toHaveLength(3);
  });

  test("a partial record leaves what is known better and takes what it says itself", async () => {
    const known = mappedEvent({
      description: "known",
      attackers: [attacker("192.0.2.1"), attacker("192.0.2.2")],
    });
    await store(known);
    const partial = mappedEvent({
      partial: true,
      severity: "critical",
      lastSeenAt: "2026-03-02T00:00:00.000Z",
      description: null,
      firstSeenAt: null,
      attackCount: 0,
      blockedCount: null,
      outcome: "unknown",
      attackers: [attacker("192.0.2.1")],
      target: target({ resource: "new" }),
      raw: "{}",
    });
    const { event, raw } = await store(partial, NEXT_SYNC);
    expect(event).toMatchObject({
      severity: "critical",
      lastSeenAt: partial.lastSeenAt,
      description: "known",
      firstSeenAt: known.firstSeenAt,
      attackCount: known.attackCount,
      blockedCount: known.blockedCount,
      outcome: known.outcome,
      attackers: known.attackers,
      target: { ...known.target, resource: "new" },
    });
    expect(raw).toBe(known.raw);
    expect((await store(partial, NEXT_SYNC)).counts).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
  });

  test("a complete record replaces a partial one", async () => {
    await store(mappedEvent({ partial: true, description: "guess" }));
    const { event } = await store(mappedEvent({ description: null }), NEXT_SYNC);
    expect(event).toMatchObject({ description: null, version: 2 });
  });

  test("a status and an assignee set here stay when a source without a status is read again", async () => {
    const { id } = await store(mappedEvent({ statusOrigin: "local" }));
    await setLocally(id, { status: "ignored", assignee: "mia" });
    const { event } = await store(mappedEvent({ statusOrigin: "local", attackCount: 13 }), NEXT_SYNC);
    expect(event).toMatchObject({ status: "ignored", assignee: "mia", attackCount: 13 });
  });

  const CLOUD = { source: "waf-api-security", statusOrigin: "cloud", status: "toBeConfirmed" } as const;

  const FATES: readonly [WriteState, "ignored" | "confirmed", WriteState][] = [
    [null, "confirmed", null],
    ["queued", "ignored", "queued"],
    ["sent", "ignored", "sent"],
    ["verified", "confirmed", "overtaken"],
    ["failed", "confirmed", null],
  ];
  test.each(FATES)(
    "our status of a change in state %s ends as %s, %s when the cloud's has changed since",
    async (before, status, after) => {
      const { id } = await store(mappedEvent(CLOUD));
      await setLocally(id, { status: "ignored", writeState: before });
      const { event } = await store(mappedEvent({ ...CLOUD, status: "confirmed" }), NEXT_SYNC);
      expect(event).toMatchObject({ status, writeState: after });
    },
  );

  test.each<WriteState>([null, "queued", "sent", "verified", "failed"])(
    "our status of a change in state %s stays while the cloud says what it said before",
    async (writeState) => {
      const { id } = await store(mappedEvent(CLOUD));
      await setLocally(id, { status: "ignored", writeState });
      const { event } = await store(mappedEvent({ ...CLOUD, attackCount: 99 }), NEXT_SYNC);
      expect(event).toMatchObject({ status: "ignored", writeState, attackCount: 99 });
    },
  );

  test("a status kept here only gives way when the cloud's changes", async () => {
    const { id } = await store(mappedEvent(CLOUD));
    await setLocally(id, { status: "actioned", statusOrigin: "local" });
    const { event } = await store(mappedEvent({ ...CLOUD, status: "confirmed" }), NEXT_SYNC);
    expect(event).toMatchObject({ status: "confirmed", statusOrigin: "cloud" });
  });

  test("characters that the database refuses are shown as substitutes, and kept in the raw text as JSON escapes", async () => {
    const { event, raw } = await store(
      mappedEvent({
        title: "a\0b",
        description: "half \ud800 pair 😀",
        attackers: [attacker("\0")],
        target: target({ path: "/\0" }),
        unmapped: [{ field: "x", value: "\0" }],
        raw: '{"a":"\0\ud800"}',
      }),
    );
    expect(event).toMatchObject({
      title: "a␀b",
      description: "half � pair 😀",
      attackers: [{ value: "␀" }],
      target: { path: "/␀" },
      unmapped: [{ value: "␀" }],
    });
    expect(JSON.parse(raw)).toEqual({ a: "\0\ud800" });
  });

  test("values longer than an index can hold are stored whole and found by their text", async () => {
    const long = `/${"長".repeat(4_000)}`;
    const { event } = await store(
      mappedEvent({ attackers: [attacker(long)], target: target({ host: long }) }),
    );
    expect(event.attackers[0]?.value).toBe(long);
    const has = { anyOf: [long], noneOf: [] };
    const filter = { ...EMPTY_FILTER, fields: { attacker: has, target: has } };
    expect((await countFacets(database(), filter, FIRST_SYNC)).source).toContainEqual({
      value: "waf-threat",
      count: 1,
    });
  });

  test("a batch is written as a whole or not at all", async () => {
    const broken = mappedEvent({ upstreamKey: "broken", lastSeenAt: "not a time" });
    await expect(write([mappedEvent(), broken])).rejects.toThrow();
    expect(await countEventsBySource(database())).toEqual([]);
  });

  test("writers at the same time neither block each other for good nor lose a record", async () => {
    const seeded = eventFactory(2, { now: FIRST_SYNC }).many(400);
    const halves = [seeded.slice(0, 250), seeded.slice(150).reverse(), seeded];
    await Promise.all(halves.map((half) => writeSeeded(database(), half, FIRST_SYNC)));
    const stored = await countEventsBySource(database());
    expect(stored.reduce((total, { count }) => total + count, 0)).toBe(seeded.length);
  });

  test("the raw text of stored records is found by upstream key, others are left out", async () => {
    await write([mappedEvent({ upstreamKey: "a", raw: "1" }), mappedEvent({ upstreamKey: "b", raw: "2" })]);
    const input = { connection: "shop-waf", source: "waf-threat", upstreamKeys: ["b", "c"] } as const;
    expect(await storedRaw(database(), input)).toEqual(new Map([["b", "2"]]));
    expect(await storedRaw(database(), { ...input, connection: "other" })).toEqual(new Map());
  });

  test("an unknown id has no record", async () => {
    expect(await findRecord(database(), "unknown")).toBeNull();
  });
});
