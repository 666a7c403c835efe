import fc from "fast-check";
import type { MappedEvent } from "@/lib/events/event-record";
import { FACET_FIELDS, type FacetField, SORT_FIELDS } from "@/lib/events/fields";
import { OUTCOMES } from "@/lib/events/outcome";
import type { EventFilter, Sort } from "@/lib/events/query";
import { SEVERITIES } from "@/lib/events/severity";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { STATUSES } from "@/lib/events/status";
import { attacker, mappedEvent, type SeededEvent, target } from "./event-factory";

// Few values each, so that events share them, orders have ties, and filters hit.
const CONNECTIONS = ["shop-waf", "bank|waf"];
const TYPES = ["SqlInject", "sql_inject", "100%|x", "木马后门通信", "Event_LoginCollision😀"];
const TEXTS = ["SQL injection", "100% of _all_ \\ calls", "木马 后门", "Ünïcode İstanbul", ""];
const ATTACKERS = [
  "203.0.113.7",
  "203.0.113.200",
  "198.51.100.1",
  "2001:db8::1",
  "2001:db8:0:1::5",
  "192.0.XX.XX",
  "72.*.*.119",
  "account_1",
  "Account_1",
];
const NETWORKS = [
  "203.0.113.0/24",
  "203.0.113.7/32",
  "198.0.0.0/7",
  "2001:db8::/48",
  "0.0.0.0/0",
  "203.0.113.9/25",
];
const TARGETS = [
  target(),
  target({ host: "shop.example.com", path: "/api/v1/orders" }),
  target({ host: "Shop.Example.com", path: "/api/v1_orders" }),
  target({ server: "app-1", addresses: ["10.0.0.7", "2001:db8::9"], path: "/" }),
  target({ addresses: ["10.0.1.7"], resource: "i-42", region: "cn-hangzhou" }),
  target({ resource: "i-42" }),
];
const TARGET_FILTERS = [
  "shop.example.com",
  "APP-1",
  "/api/*",
  "/api/v1_*",
  "i-42",
  "10.0.0.0/23",
  "10.0.1.7",
  "2001:db8::/32",
  "*",
];
/** Minutes before {@link ARBITRARY_NOW}. */
const AGES = [0, 1, 59, 60, 61, 1_440, 10_000, 200_000];
export const ARBITRARY_NOW = new Date("2026-03-31T12:00:00.000Z");
const before = (minutes: number) => new Date(ARBITRARY_NOW.getTime() - minutes * 60_000).toISOString();

/** An event without identity: {@link arbitraryEvents} numbers them. */
const arbitraryEvent: fc.Arbitrary<SeededEvent> = fc
  .record({
    connection: fc.constantFrom(...CONNECTIONS),
    source: fc.constantFrom(...SOURCE_IDS),
    severity: fc.constantFrom(...SEVERITIES),
    status: fc.constantFrom(...STATUSES),
    outcome: fc.constantFrom(...OUTCOMES),
    type: fc.constantFrom(...TYPES),
    title: fc.constantFrom(...TEXTS),
    description: fc.option(fc.constantFrom(...TEXTS)),
    lastSeenAt: fc.constantFrom(...AGES.map(before)),
    attackCount: fc.constantFrom(0, 1, 7, 3_000_000_000),
    attackers: fc.array(fc.constantFrom(...ATTACKERS), { maxLength: 3 }),
    target: fc.constantFrom(...TARGETS),
  })
  .map(({ connection, attackers, ...facts }) => ({
    connection,
    event: mappedEvent({ ...facts, attackers: attackers.map((value) => attacker(value)) }),
  }));

export const arbitraryEvents: fc.Arbitrary<SeededEvent[]> = fc
  .array(arbitraryEvent, { minLength: 0, maxLength: 60 })
  .map((list) =>
    list.map(({ connection, event }, index) => ({
      connection,
      event: { ...event, upstreamKey: String(index) } satisfies MappedEvent,
    })),
  );

const FILTER_VALUES: Record<FacetField, readonly string[]> = {
  severity: SEVERITIES,
  status: STATUSES,
  source: SOURCE_IDS,
  connection: [...CONNECTIONS, "unknown"],
  type: [...TYPES, "unknown"],
  outcome: OUTCOMES,
  attacker: [...ATTACKERS, ...NETWORKS, "203.0.113.8"],
  target: TARGET_FILTERS,
  assignee: ["none", "someone"],
};

/** Mostly one part or the other: both together leave little to compare. */
const fieldFilter = (field: FacetField) => {
  const values = fc.uniqueArray(fc.constantFrom(...FILTER_VALUES[field]), { minLength: 1, maxLength: 3 });
  const none = fc.constant<string[]>([]);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ anyOf: values, noneOf: none }) },
    { weight: 2, arbitrary: fc.record({ anyOf: none, noneOf: values }) },
    { weight: 1, arbitrary: fc.record({ anyOf: values, noneOf: values }) },
  );
};

const seldom = (...values: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

export const arbitraryFilter: fc.Arbitrary<EventFilter> = fc.record({
  // Two fields at a time: more of them leave nothing to compare.
  fields: fc
    .uniqueArray(fc.constantFrom(...FACET_FIELDS, "attacker", "target"), { minLength: 1, maxLength: 2 })
    .chain((fields) => fc.tuple(...fields.map((field) => fc.tuple(fc.constant(field), fieldFilter(field)))))
    .map((entries) => Object.fromEntries(entries)),
  from: seldom("-1h", "-1d", before(10_000), "2020-01-01"),
  to: seldom("now", before(60), before(0)),
  q: seldom("sql", "INJECT", "100%", "_", "\\", "木马", "ünï", "203.0.113", "example orders", "a_b", "😀"),
});

export const arbitrarySort: fc.Arbitrary<Sort> = fc.record({
  field: fc.constantFrom(...SORT_FIELDS),
  descending: fc.boolean(),
});
