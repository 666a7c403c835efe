import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { FIELD_IDS, type FieldId, type PeriodField } from "@/lib/events/fields";
import { readPeriod } from "@/lib/events/period";
import { type EventFilter, resolveRange } from "@/lib/events/query";
import type { Database } from "../database";
import { networkAddress } from "../network-address";
import { attackers } from "../schema/attackers";
import { facetCombinations } from "../schema/event-counts";
import { eventAttackers } from "../schema/event-records";
import { events, eventTexts } from "../schema/events";
import { targetValues } from "../schema/targets";
import { searchWords } from "../search-text";
import { indexedText, likeLiteral } from "../storable-text";
import { KEYED_FIELDS, matchingCombinations } from "./combination-conditions";
import { inStretch, type Stretch } from "./counted-events";
import { firstStepIn } from "./handling-times";
import { SEARCHED_FIELDS, type SearchedField } from "./searched-fields";

/** How these fields are compared: true where the event has any of the values, never null. */
const FIELD_CONDITIONS: Record<SearchedField, (values: readonly string[], now: Date) => SQL> = {
  attacker: hasAttacker,
  target: hasTarget,
  acted: (values, now) => tookStep("acted", values, now),
  closed: (values, now) => tookStep("closed", values, now),
};

function tookStep(step: PeriodField, values: readonly string[], now: Date): SQL {
  const periods = values.map((value) => readPeriod(value, now)).filter((period) => period !== null);
  return sql`${events.id} IN ${firstStepIn(step, periods)}`;
}

/** A condition on `attackers`: one is named by its exact text, or by an address or network it lies in. */
export function matchesAttacker(values: readonly string[]): SQL {
  return anyOf([inArray(attackers.value, values.map(indexedText)), ...inNetworks(attackers.address, values)]);
}

function hasAttacker(values: readonly string[]): SQL {
  const match = matchesAttacker(values);
  return sql`EXISTS (SELECT FROM ${eventAttackers} JOIN ${attackers} ON ${attackers.id} = ${eventAttackers.attackerId}
    WHERE ${eventAttackers.eventId} = ${events.id} AND ${match})`;
}

/**
 * A condition on `target_values`: a target is named by its exact host, path, server, address or resource in any case, by a network that one
 * of its addresses lies in, or by the start of a value followed by "*" (`/api/*`).
 */
export function matchesTarget(values: readonly string[]): SQL {
  const lower = values.map((value) => value.toLowerCase());
  const prefixes = lower
    .filter((value) => value.endsWith("*"))
    .map((value) => indexedText(value.slice(0, -1)));
  return anyOf([
    inArray(targetValues.value, lower.map(indexedText)),
    ...inNetworks(targetValues.address, values),
    ...prefixes.map((prefix) => sql`${targetValues.value} LIKE ${`${likeLiteral(prefix)}%`}`),
  ]);
}

function hasTarget(values: readonly string[]): SQL {
  const match = matchesTarget(values);
  return sql`EXISTS (SELECT FROM ${targetValues} WHERE ${targetValues.targetId} = ${events.targetId} AND ${match})`;
}

const anyOf = (conditions: readonly SQL[]): SQL => sql`(${sql.join([...conditions], sql` OR `)})`;

const inNetworks = (column: PgColumn, values: readonly string[]): SQL[] =>
  values
    .map(networkAddress)
    .flatMap((address) => (address === null ? [] : [sql`${column} <<= ${address}::inet`]));

/** A condition on `event_texts`; undefined where the text has no words. */
function matchesText(q: string): SQL | undefined {
  const words = searchWords(q).map((word) => sql`${eventTexts.text} LIKE ${`%${likeLiteral(word)}%`}`);
  return words.length === 0 ? undefined : sql.join(words, sql` AND `);
}

function hasText(q: string): SQL | undefined {
  const matches = matchesText(q);
  return (
    matches &&
    sql`EXISTS (SELECT FROM ${eventTexts} WHERE ${eventTexts.eventId} = ${events.id} AND ${matches})`
  );
}

/** Every event has one text: where nothing but the text narrows a filter, the texts are counted alone. */
export function countedTexts({ q, from, to, fields }: EventFilter): SQL | undefined {
  if (q === null || from !== null || to !== null || Object.keys(fields).length > 0) return undefined;
  const matches = matchesText(q);
  return matches && sql`SELECT count(*) FROM ${eventTexts} WHERE ${matches}`;
}

/** A part of a filter: a field, the time range, or the free text. */
export type FilterPart = FieldId | "range" | "q";

export const FILTER_PARTS: readonly FilterPart[] = [...FIELD_IDS, "range", "q"];

/** The instants that the filter's range means now, milliseconds. */
export function stretchOf(filter: Pick<EventFilter, "from" | "to">, now: Date): Stretch {
  const { from, to } = resolveRange(filter, now);
  return { from: from?.getTime() ?? null, to: to?.getTime() ?? null };
}

function searchConditions(filter: EventFilter, field: SearchedField, now: Date): (SQL | undefined)[] {
  const { anyOf: wanted = [], noneOf: unwanted = [] } = filter.fields[field] ?? {};
  return [
    wanted.length > 0 ? FIELD_CONDITIONS[field](wanted, now) : undefined,
    unwanted.length > 0 ? sql`NOT (${FIELD_CONDITIONS[field](unwanted, now)})` : undefined,
  ];
}

/**
 * The filter as a condition on `events`; undefined where everything matches.
 * @param parts which of its parts; by default all.
 */
export function eventConditions(
  filter: EventFilter,
  now: Date,
  parts: readonly FilterPart[] = FILTER_PARTS,
): SQL | undefined {
  const keyed = KEYED_FIELDS.filter((field) => parts.includes(field));
  const combinations = matchingCombinations(filter, keyed);
  return and(
    combinations && sql`${events.combinationId} IN ${combinations}`,
    parts.includes("range") ? inStretch(stretchOf(filter, now)) : undefined,
    ...SEARCHED_FIELDS.flatMap((field) =>
      parts.includes(field) ? searchConditions(filter, field, now) : [],
    ),
    parts.includes("q") && filter.q !== null ? hasText(filter.q) : undefined,
  );
}

/** Where events are read from: a relation under the name of `events`, and the rest of the filter as a condition. */
export type EventSource = { readonly relation: SQL; readonly where: SQL | undefined };

/** With it, whether the relation has all columns of `events`. */
export type PageSource = EventSource & { readonly whole: boolean };

/**
 * The events of attackers are read from their own parts of an index instead of being looked for among all. The
 * relation then has only: id, lastSeenAt, attackCount, severity, combinationId, targetId.
 * @param order whether events are wanted in the order of time and not all of them. Those of one attacker are in
 *   order; those of several would have to be put together first, which only pays where all are wanted.
 */
export async function eventSource(
  db: Database,
  filter: EventFilter,
  now: Date,
  { parts = FILTER_PARTS, order = false }: { parts?: readonly FilterPart[]; order?: boolean } = {},
): Promise<PageSource> {
  const { anyOf: wanted = [], noneOf = [] } = filter.fields.attacker ?? {};
  if (wanted.length === 0 || !parts.includes("attacker")) return allEvents(filter, now, parts);
  const found = await db.select({ id: attackers.id }).from(attackers).where(matchesAttacker(wanted)).limit(2);
  const [only, more] = found;
  if (!only || (more && order)) return allEvents(filter, now, parts);
  const rest = { ...filter, fields: { ...filter.fields, attacker: { anyOf: [], noneOf } } };
  const memberships = more ? ofSeveral(wanted) : ofOne(only.id);
  return {
    relation: sql`(SELECT event_id AS id, last_seen_at, attack_count, combination_id, target_id, severity
      FROM (${memberships}) AS memberships
      LEFT JOIN ${facetCombinations} ON ${facetCombinations.id} = combination_id) AS ${events}`,
    whole: false,
    where: eventConditions(rest, now, parts),
  };
}

const MEMBERSHIP = sql`event_id, last_seen_at, attack_count, combination_id, target_id FROM ${eventAttackers}`;

const ofOne = (attackerId: number): SQL =>
  sql`SELECT ${MEMBERSHIP} WHERE attacker_id = ${attackerId}::integer`;

/** An event that several of them take part in is there once. */
const ofSeveral = (values: readonly string[]): SQL =>
  sql`SELECT DISTINCT ${MEMBERSHIP} WHERE attacker_id IN (SELECT id FROM ${attackers} WHERE ${matchesAttacker(values)})`;

const allEvents = (filter: EventFilter, now: Date, parts: readonly FilterPart[]): PageSource => ({
  relation: sql`${events}`,
  whole: true,
  where: eventConditions(filter, now, parts),
});
