/** `xmin:xmax:xip,xip`, as PostgreSQL writes what a statement has seen. */
const SHAPE = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;
/** More transactions at once than there are connections. */
const MAX_RUNNING = 1_000;

/** Whether PostgreSQL takes the text as a snapshot: an honest mark always is one. */
export function isSnapshotMark(text: string): boolean {
  const [, first, end, list] = SHAPE.exec(text) ?? [];
  if (first === undefined || end === undefined || list === undefined) return false;
  const running = list === "" ? [] : list.split(",").map(BigInt);
  const bounds = [BigInt(first), BigInt(end)] as const;
  const ordered = running.every((id, index) => index === 0 || id > (running[index - 1] ?? id));
  const inside = running.every((id) => id >= bounds[0] && id < bounds[1]);
  return bounds[0] > 0n && bounds[0] <= bounds[1] && ordered && inside && running.length <= MAX_RUNNING;
}
