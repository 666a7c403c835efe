/**
 * Goes on without whoever read our output: a terminal that was closed, a collector that ended. A failed write that
 * nobody listens for is thrown, reported by another write, and so on without end; the process then only burns.
 */
export function ignoreClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
