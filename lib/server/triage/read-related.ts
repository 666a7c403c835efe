import type { RELATED_BY, RelatedEvents } from "@/lib/api/related-events";
import type { SecurityEvent } from "@/lib/events/event";
import { FACT_LABELS, factValue } from "@/lib/events/fact";
import { quoted } from "@/lib/events/free-text";
import { EMPTY_FILTER, type EventFilter } from "@/lib/events/query";
import { countByValue, type Range } from "@/lib/server/db/queries/count-by-value";
import { sumEvents } from "@/lib/server/db/queries/sum-events";
import type { Deps } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { StoredRecord } from "@/lib/server/sources/source";
import { figure, filterOf } from "./figures";
import { findConnectedRecord } from "./find-connected-record";

const DAY_MS = 86_400_000;
const MAX_ATTACKERS = 10;
/** A longer one is no rule's name, but text from elsewhere; free text looks for so many characters. */
const LONGEST_RULE = 200;

type By = (typeof RELATED_BY)[number];
const COUNTED_BY = ["attacker", "target", "type"] as const satisfies By[];
type CountedBy = (typeof COUNTED_BY)[number];

/** What the event can be compared by: its attackers, the name of its target, its type. */
function valuesOf({
  attackers,
  target,
  type,
}: SecurityEvent): Readonly<Record<CountedBy, readonly string[]>> {
  const name = target.host ?? target.server ?? target.addresses[0] ?? target.resource;
  const values = attackers.map(({ value }) => value.trim()).filter((value) => value !== "");
  return { attacker: [...new Set(values)], target: name?.trim() ? [name] : [], type: [type] };
}

function windowOf({ firstSeenAt, lastSeenAt }: SecurityEvent) {
  return {
    from: new Date(Date.parse(firstSeenAt ?? lastSeenAt) - DAY_MS),
    to: new Date(Date.parse(lastSeenAt) + DAY_MS),
  };
}

type Comparison = { readonly by: By; readonly value: string; readonly filter: EventFilter };

/** Attackers, target and type: one statement per field. */
async function compareByField(deps: Deps, event: SecurityEvent, by: CountedBy, window: Range) {
  const { database, clock } = deps;
  const listed = valuesOf(event)[by].slice(0, MAX_ATTACKERS);
  const counts = await countByValue(database, EMPTY_FILTER, by, listed, [{}, window], clock());
  return listed.map((value, place) => {
    const [overall = 0, inWindow = 0] = counts[place] ?? [];
    return related({ by, value, filter: filterOf({ [by]: [value] }) }, { overall, inWindow }, window);
  });
}

/** The product's own rule, which free text finds: see `keywords` of the mapped event. */
async function compareByRule({ database, clock }: Deps, record: StoredRecord, window: Range) {
  const { source } = record.event;
  const rule = factValue(SOURCES[source].describe(record).facts, FACT_LABELS.rule);
  if (rule === null || rule.length > LONGEST_RULE) return [];
  const filter = { ...filterOf({ source: [source] }), q: quoted(rule) };
  const [overall, inWindow] = await Promise.all([
    sumEvents(database, filter, clock()),
    sumEvents(database, within(filter, window), clock()),
  ]);
  return [
    related(
      { by: "rule", value: rule, filter },
      { overall: overall.events, inWindow: inWindow.events },
      window,
    ),
  ];
}

const within = (filter: EventFilter, { from, to }: Range): EventFilter => ({
  ...filter,
  from: from?.toISOString() ?? null,
  to: to?.toISOString() ?? null,
});

function related(
  { by, value, filter }: Comparison,
  counts: { readonly overall: number; readonly inWindow: number },
  window: Range,
): RelatedEvents["items"][number] {
  return {
    by,
    value,
    inWindow: figure(counts.inWindow, within(filter, window)),
    overall: figure(counts.overall, filter),
  };
}

/**
 * How many events share an attacker (the first 10), the target, the type, or the rule with an event.
 * @throws ProblemError not-found
 */
export async function readRelated(deps: Deps, eventId: string): Promise<RelatedEvents> {
  const { record } = await findConnectedRecord(deps, eventId);
  const window = windowOf(record.event);
  const compared = await Promise.all([
    ...COUNTED_BY.map((by) => compareByField(deps, record.event, by, window)),
    compareByRule(deps, record, window),
  ]);
  return {
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    items: compared.flat(),
    moreAttackers: Math.max(0, valuesOf(record.event).attacker.length - MAX_ATTACKERS),
  };
}
