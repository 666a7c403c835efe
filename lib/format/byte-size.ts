const UNITS = ["B", "kB", "MB", "GB"] as const;

/** The size of a text in UTF-8, bytes. */
export function byteSize(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A size in decimal units: `512 B`, `1.5 kB`, `100 kB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1_000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}
