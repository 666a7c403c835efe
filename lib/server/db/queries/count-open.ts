import { inArray, sql } from "drizzle-orm";
import type { Severity } from "@/lib/events/severity";
import type { SourceId } from "@/lib/events/source-id";
import { OPEN_STATUSES } from "@/lib/events/status";
import { severityCodes, sourceCodes } from "../codes";
import type { Database } from "../database";
import { facetCombinations } from "../schema/event-counts";
import { countedEvents } from "./counted-events";

/** Open events that agree in these; `age` is the number of bounds that the last activity is not before. */
export type OpenCount = {
  readonly connection: string;
  readonly source: SourceId;
  readonly severity: Severity;
  readonly age: number;
  readonly count: number;
};

type Row = { connection: string; source: number; severity: number; age: number; count: number };

/**
 * Counts the events that nobody has closed.
 * @param bounds instants in rising order, between which the last activity is told apart.
 */
export async function countOpen(db: Database, bounds: readonly Date[]): Promise<OpenCount[]> {
  const edges = [null, ...bounds.map((bound) => bound.getTime()), null];
  const parts = edges.slice(1).map((to, age) => {
    const counted = countedEvents({ from: edges[age] ?? null, to }, "day");
    return sql`SELECT ${age}::integer AS age, combination_id, events FROM ${counted} AS counted`;
  });
  const { connection, source, severity, status, id } = facetCombinations;
  const { rows } = await db.execute<Row>(
    sql`SELECT ${connection}, ${source}, ${severity}, age, sum(counts.events)::integer AS count
      FROM (${sql.join(parts, sql` UNION ALL `)}) AS counts
      JOIN ${facetCombinations} ON ${id} = counts.combination_id
      WHERE ${inArray(status, [...OPEN_STATUSES])}
      GROUP BY 1, 2, 3, 4 HAVING sum(counts.events) > 0`,
  );
  return rows.map((row) => ({
    ...row,
    source: sourceCodes.decode(row.source),
    severity: severityCodes.decode(row.severity),
  }));
}
