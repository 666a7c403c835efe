import type { SecurityEvent } from "./event";
import type { SortField } from "./fields";
import type { Sort } from "./query";
import { severityRank } from "./severity";

/** Where a row stands in an order: the value it is sorted by, its time (ms), its id. Unique, so pages never overlap. */
export type Position = { readonly value: number; readonly at: number; readonly id: string };

const SORT_VALUES = {
  lastSeenAt: (event) => Date.parse(event.lastSeenAt),
  severity: (event) => severityRank(event.severity),
  attackCount: (event) => event.attackCount,
} as const satisfies Record<SortField, (event: SecurityEvent) => number>;

export function positionOf(event: SecurityEvent, sort: Sort): Position {
  return { value: SORT_VALUES[sort.field](event), at: Date.parse(event.lastSeenAt), id: event.id };
}

/** Whether one place comes before the other in an order. */
export function comesBefore(one: Position, other: Position, { descending }: Sort): boolean {
  const distance = one.value - other.value || one.at - other.at || (one.id < other.id ? -1 : 1);
  return descending ? distance > 0 : distance < 0;
}
