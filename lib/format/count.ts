const plain = new Intl.NumberFormat("en-US");
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** A count with thousands separators: `1,234`. */
export function formatCount(count: number): string {
  return plain.format(count);
}

/** A count for narrow places: `12.3k`, `4.5M`. Give the exact count in a hover text beside it. */
export function formatCompact(count: number): string {
  return compact.format(count).replace("K", "k");
}

/** A count with its noun: `1 event`, `1,234 events`. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
