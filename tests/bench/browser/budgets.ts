/** The browser rows of the budgets in docs/performance.md; times in milliseconds, sizes in kB or MB. */
export const BUDGETS = {
  ratio: 2,
  script: 180,
  cls: 0.01,
  facet: { usual: 150, million: 200 },
  range: 150,
  detail: 60,
  inp: 50,
  framesPerSecond: 55,
  stalled: 0,
  mostRows: 40,
  /** The loaded rows themselves take some. */
  heapGrowth: 50,
} as const;

/** One line of the table. */
export type BudgetRow = {
  readonly name: string;
  readonly bare: number | null;
  readonly ours: number;
  readonly unit: string;
  readonly kept: boolean;
  /** In words: "≤ 150". */
  readonly budget: string;
};

export function atMost(
  name: string,
  ours: number,
  limit: number,
  unit: string,
  bare: number | null = null,
): BudgetRow {
  return { name, bare, ours, unit, kept: ours <= limit, budget: `≤ ${round(limit)}` };
}

export function atLeast(name: string, ours: number, limit: number, unit: string): BudgetRow {
  return { name, bare: null, ours, unit, kept: ours >= limit, budget: `≥ ${round(limit)}` };
}

/** A figure that no budget is for. */
export const told = (row: BudgetRow): BudgetRow => ({ ...row, kept: true, budget: "" });

/** A missed budget, in words. */
export function describeMiss(title: string, { name, ours, unit, budget }: BudgetRow): string {
  return `${title}, ${name}: ${ours.toFixed(2)} ${unit}, but the budget is ${budget}`;
}

const WIDTHS = [44, 10, 10, 10, 6] as const;

function printCells(cells: readonly string[]): void {
  console.log(
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[index] ?? 8)))
      .join(" "),
  );
}

export function printBudgetRows(title: string, rows: readonly BudgetRow[]): void {
  console.log(`\n${title}`);
  printCells(["", "bare", "ours", "budget", ""]);
  for (const { name, bare, ours, unit, kept, budget } of rows) {
    const cells = [bare === null ? "" : round(bare), round(ours), budget, kept ? "" : "MISSED"];
    printCells([unit === "" ? name : `${name}, ${unit}`, ...cells]);
  }
}

const round = (value: number) => String(Number(value.toFixed(value < 1 ? 4 : 1)));
