import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { FIELD_IDS, type FieldId } from "@/lib/events/fields";
import { type EventFilter, resolveRange } from "@/lib/events/query";
import type { Codes } from "../codes";
import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "../codes";
import { storableInstant } from "../instant-bounds";
import { networkAddress } from "../network-address";
import { attackers } from "../schema/attackers";
import { eventAttackers } from "../schema/event-records";
import { events, eventTexts } from "../schema/events";
import { targetValues } from "../schema/targets";
import { searchWords } from "../search-text";
import { indexedText, likeLiteral } from "../storable-text";

/** The word for "assigned to nobody", as filter and as facet. */
export const UNASSIGNED = "none";

type Condition = (values: readonly string[]) => SQL;

/** How each field is compared: true where the event has any of the values, never null. */
const FIELD_CONDITIONS = {
  severity: isCoded(events.severity, severityCodes),
  status: isCoded(events.status, statusCodes),
  source: isCoded(events.source, sourceCodes),
  outcome: isCoded(events.outcome, outcomeCodes),
  connection: (values) => inArray(events.connection, [...values]),
  type: (values) => inArray(events.type, [...values]),
  assignee: (values) => inArray(sql`coalesce(${events.assignee}, ${UNASSIGNED})`, [...values]),
  attacker: hasAttacker,
  target: hasTarget,
} as const satisfies Record<FieldId, Condition>;

function isCoded<Value extends string>(column: PgColumn, codes: Codes<Value>): Condition {
  return (values) => {
    const known = codes.values.filter((value) => values.includes(value));
    return known.length === 0 ? sql`false` : inArray(column, known);
  };
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

function hasText(q: string): SQL | undefined {
  const words = searchWords(q);
  if (words.length === 0) return undefined;
  const matches = words.map((word) => sql`${eventTexts.text} LIKE ${`%${likeLiteral(word)}%`}`);
  return sql`EXISTS (SELECT FROM ${eventTexts} WHERE ${eventTexts.eventId} = ${events.id} AND ${sql.join(matches, sql` AND `)})`;
}

/** A part of a filter: a field, the time range, or the free text. */
export type FilterPart = FieldId | "range" | "q";

export const FILTER_PARTS: readonly FilterPart[] = [...FIELD_IDS, "range", "q"];

function partConditions(filter: EventFilter, now: Date, part: FilterPart): (SQL | undefined)[] {
  if (part === "q") return [filter.q === null ? undefined : hasText(filter.q)];
  if (part === "range") {
    const { from, to } = resolveRange(filter, now);
    return [
      from ? sql`${events.lastSeenAt} >= ${storableInstant(from)}::timestamptz` : undefined,
      to ? sql`${events.lastSeenAt} < ${storableInstant(to)}::timestamptz` : undefined,
    ];
  }
  const { anyOf: wanted = [], noneOf: unwanted = [] } = filter.fields[part] ?? {};
  return [
    wanted.length > 0 ? FIELD_CONDITIONS[part](wanted) : undefined,
    unwanted.length > 0 ? sql`NOT ${FIELD_CONDITIONS[part](unwanted)}` : undefined,
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
  return and(...parts.flatMap((part) => partConditions(filter, now, part)));
}
