/** Milliseconds of the samples at the median and at the 95th percentile (nearest rank). */
export type Latency = { readonly p50: number; readonly p95: number };

/** Milliseconds that the work takes. */
export async function stopwatch(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The sample that this share (0 to 1) of them does not exceed: nearest rank; not a number without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function latency(samples: readonly number[]): Latency {
  return { p50: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
}
