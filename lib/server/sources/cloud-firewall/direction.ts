import type { RecordReader } from "../wire/record-reader";

export type Direction = "in" | "out";

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ["in", "in"],
  ["out", "out"],
]);

/** Inbound when the row does not say: then the source is the attacker, as the names suggest. */
export function directionOf(row: RecordReader): Direction {
  return row.text("Direction") === null ? "in" : row.code("Direction", DIRECTIONS, "in");
}

/**
 * Who attacks whom. Inbound: the source attacks our destination. Outbound: our source calls a hostile
 * destination (a mining pool, a control server), so that the destination is the attacker, and the inner
 * hosts behind our source are what needs care.
 */
export function sidesOf(row: RecordReader): { attacker: string | null; ours: string | null } {
  const source = row.text("SrcIP");
  const destination = row.text("DstIP");
  return directionOf(row) === "out"
    ? { attacker: destination, ours: source }
    : { attacker: source, ours: destination };
}
