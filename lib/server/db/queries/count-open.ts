import { inArray, type SQL, sql } from "drizzle-orm";
import type { Severity } from "@/lib/events/severity";
import type { SourceId } from "@/lib/events/source-id";
import { OPEN_STATUSES } from "@/lib/events/status";
import { severityCodes, sourceCodes } from "../codes";
import type { Database } from "../database";
import { storableInstant } from "../instant-bounds";
import { events } from "../schema/events";

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
  const steps = bounds.map(
    (bound): SQL => sql`(${events.lastSeenAt} >= ${storableInstant(bound)}::timestamptz)::integer`,
  );
  const age = sql`(${sql.join([sql`0`, ...steps], sql` + `)})`;
  const { rows } = await db.execute<Row>(
    sql`SELECT connection, source, severity, age, count(*)::integer AS count FROM (
        SELECT ${events.connection}, ${events.source}, ${events.severity}, ${age} AS age
        FROM ${events} WHERE ${inArray(events.status, [...OPEN_STATUSES])}) AS open
      GROUP BY connection, source, severity, age`,
  );
  return rows.map((row) => ({
    ...row,
    source: sourceCodes.decode(row.source),
    severity: severityCodes.decode(row.severity),
  }));
}
