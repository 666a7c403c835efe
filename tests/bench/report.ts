import type { Latency } from "./measure";

/** Milliseconds, 95th percentile: list, facets and timeline at the sizes that are measured here. */
export const BUDGET_MS = 100;

/** What our layer may add to the statements themselves: half as much again, and 5 ms. */
export const overheadBudget = (direct: number) => direct * 1.5 + 5;

export type Row = { readonly name: string; readonly ours: Latency; readonly direct: Latency };

/** What of the row is over its budget, in words. */
export function missedBudgets({ name, ours, direct }: Row): string[] {
  const slow = ours.p95 > BUDGET_MS ? [`${name}: p95 ${format(ours.p95)} ms > ${BUDGET_MS} ms`] : [];
  const allowed = overheadBudget(direct.p50);
  const heavy =
    ours.p50 > allowed ? [`${name}: p50 ${format(ours.p50)} ms > ${format(allowed)} ms over its SQL`] : [];
  return [...slow, ...heavy];
}

/** How much slower the list may be at a million events than at ten thousand. */
const MOST_GROWTH = 3;
const GROWTH_SIZES = { from: 10_000, to: 1_000_000 };

/** The rows of the list that have grown too slow, in words; nothing unless both sizes were measured. */
export function missedGrowth(bySize: ReadonlyMap<number, readonly Row[]>): string[] {
  const small = bySize.get(GROWTH_SIZES.from) ?? [];
  return (bySize.get(GROWTH_SIZES.to) ?? []).flatMap(({ name, ours }) => {
    const before = small.find((row) => row.name === name)?.ours.p50;
    if (before === undefined || !name.startsWith("list") || ours.p50 <= before * MOST_GROWTH) return [];
    return [`${name}: ${(ours.p50 / before).toFixed(1)}x from 10,000 to 1,000,000 events > ${MOST_GROWTH}x`];
  });
}

const COLUMNS = ["", "p50 ms", "p95 ms", "SQL p50", "SQL p95", "ratio", ""] as const;
const WIDTHS = [26, 8, 8, 8, 8, 6, 6] as const;

export function printTitle(title: string): void {
  console.log(`\n${title}`);
  printCells(COLUMNS);
}

export function printRow(row: Row): void {
  const { name, ours, direct } = row;
  printCells([
    name,
    format(ours.p50),
    format(ours.p95),
    format(direct.p50),
    format(direct.p95),
    `${(ours.p50 / direct.p50).toFixed(2)}x`,
    missedBudgets(row).length > 0 ? "MISSED" : "",
  ]);
}

const format = (ms: number) => ms.toFixed(1);

function printCells(cells: readonly string[]): void {
  const padded = cells.map((cell, index) =>
    index === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[index] ?? 8),
  );
  console.log(padded.join(" "));
}
