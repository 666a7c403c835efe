import { readOptions } from "./options";

// Every budget of docs/performance.md, measured; see there.
const options = readOptions(process.argv.slice(2));
const missed: string[] = [];
if (options.parts.includes("queries")) {
  const { benchQueries } = await import("./query-bench");
  missed.push(...(await benchQueries(options)));
}
if (options.parts.includes("server")) {
  const { benchServer } = await import("./server/server-bench");
  missed.push(...(await benchServer(options)));
}
if (options.parts.includes("sync")) {
  const { benchSync } = await import("./sync-bench");
  missed.push(...(await benchSync()));
}
if (options.parts.includes("browser")) {
  const { benchBrowser } = await import("./browser/browser-bench");
  missed.push(...(await benchBrowser(options)));
}
if (missed.length > 0) console.log(`\nBudgets missed:\n${missed.join("\n")}`);
if (options.check && missed.length > 0) process.exitCode = 1;
