/** Years of four digits: what our API and PostgreSQL both can write. */
const EARLIEST = new Date("0001-01-01T00:00:00Z").getTime();
const LATEST = new Date("9999-12-31T23:59:59.999Z").getTime();

/** The instant in milliseconds, or the nearest one that can be stored. */
export function withinCalendar(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, EARLIEST), LATEST);
}

/** The instant as a parameter of a statement. */
export function storableInstant(instant: Date): string {
  return new Date(withinCalendar(instant.getTime())).toISOString();
}
