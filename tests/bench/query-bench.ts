import { filterParams } from "@/lib/events/query";
import { type BenchDatabase, explain, openBenchDatabase, runDirectly } from "./bench-database";
import { latency, stopwatch } from "./measure";
import { OPERATIONS, type Operation } from "./operations";
import { type BenchOptions, PGLITE_LIMIT } from "./options";
import { missedBudgets, missedGrowth, printRow, printTitle, type Row } from "./report";

/**
 * Latency of list, facets and timeline over seeded events, beside the same SQL run directly; prints a table for
 * each database and size.
 * @returns the budgets missed, in words.
 */
export async function benchQueries(options: BenchOptions): Promise<string[]> {
  const missed: string[] = [];
  for (const engine of options.engines) {
    const bySize = new Map<number, Row[]>();
    for (const size of options.sizes) {
      if (engine === "pglite" && size > PGLITE_LIMIT) continue;
      const bench = await openBenchDatabase(engine, size);
      try {
        const place = `${engine}, ${size.toLocaleString("en")} events`;
        printTitle(place);
        const rows: Row[] = [];
        for (const operation of OPERATIONS.filter(({ name }) => name.includes(options.only))) {
          const row = await measure(bench, operation, options);
          printRow(row);
          rows.push(row);
          missed.push(...missedBudgets(row).map((miss) => `${place}, ${miss}`));
        }
        bySize.set(size, rows);
      } finally {
        await bench.close();
      }
    }
    missed.push(...missedGrowth(bySize).map((miss) => `${engine}, ${miss}`));
  }
  return missed;
}

/** Measures the operation for each of its views in turn, and its statements run directly. */
async function measure(
  { db, record }: BenchDatabase,
  operation: Operation,
  options: BenchOptions,
): Promise<Row> {
  const views = [];
  for (const filter of operation.views) {
    const work = await operation.prepare(db, filter);
    const statements = await record(work);
    if (options.plans) {
      console.log(
        `\n== ${operation.name} of "${filterParams(filter)}": ${(await stopwatch(work)).toFixed(1)} ms`,
      );
      for (const statement of statements) console.log(`${await explain(db, statement)}\n`);
    }
    views.push({ work, statements });
  }
  const ours: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { work, statements } of views) {
      ours.push(await stopwatch(work));
      direct.push(await stopwatch(() => runDirectly(db, statements)));
    }
  }
  return { name: operation.name, ours: latency(ours), direct: latency(direct) };
}
