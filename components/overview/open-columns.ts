import type { AGES, Overview } from "@/lib/api/overview";
import { SEVERITIES, type Severity } from "@/lib/events/severity";

export type Age = (typeof AGES)[number];

/** The open events of one age. */
export type OpenColumn = { readonly age: Age; readonly counts: Readonly<Record<Severity, number>> };

const NONE: Readonly<Record<Severity, number>> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** Open events by age and then severity, for the chart: the answer has them the other way round. */
export function openColumns({ bySeverity }: Overview["open"]): OpenColumn[] {
  const ages = bySeverity[0]?.byAge.map(({ age }) => age) ?? [];
  return ages.map((age) => {
    const counts = { ...NONE };
    for (const severity of SEVERITIES) {
      const row = bySeverity.find((candidate) => candidate.severity === severity);
      counts[severity] = row?.byAge.find((cell) => cell.age === age)?.count ?? 0;
    }
    return { age, counts };
  });
}
