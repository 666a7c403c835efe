import { filterParams } from "@/lib/events/query";
import { type BenchDatabase, explain, openBenchDatabase, runDirectly } from "./bench-database";
import { benchBrowser } from "./browser/browser-bench";
import { latency, stopwatch } from "./measure";
import { OPERATIONS, type Operation } from "./operations";
import { PGLITE_LIMIT, readOptions } from "./options";
import { missedBudgets, printRow, printTitle, type Row } from "./report";
import { seed } from "./seed";

// Latency of list, facets and timeline over seeded events, and the queue in a browser; see docs/performance.md.
const options = readOptions(process.argv.slice(2));
const missed: string[] = [];
const browserAlone = options.only === "browser";
for (const engine of browserAlone ? [] : options.engines) {
  for (const size of options.sizes) {
    if (engine === "pglite" && size > PGLITE_LIMIT) continue;
    const bench = await openBenchDatabase(engine);
    try {
      const place = `${engine}, ${size.toLocaleString("en")} events`;
      const rowsPerSecond = await seed(bench.db, size);
      printTitle(`${place} (written at ${rowsPerSecond.toLocaleString("en")} rows/s)`);
      for (const operation of OPERATIONS.filter(({ name }) => name.includes(options.only))) {
        const row = await measure(bench, operation);
        printRow(row);
        missed.push(...missedBudgets(row).map((miss) => `${place}, ${miss}`));
      }
    } finally {
      await bench.close();
    }
  }
}
if (browserAlone || options.only === "") missed.push(...(await benchBrowser(options)));
if (missed.length > 0) console.log(`\nBudgets missed:\n${missed.join("\n")}`);
if (options.check && missed.length > 0) process.exitCode = 1;

/** Measures the operation for each of its views in turn, and its statements run directly. */
async function measure({ db, record }: BenchDatabase, operation: Operation): Promise<Row> {
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
