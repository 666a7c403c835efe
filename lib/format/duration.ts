const UNITS = [
  { suffix: "d", ms: 86_400_000 },
  { suffix: "h", ms: 3_600_000 },
  { suffix: "min", ms: 60_000 },
  { suffix: "s", ms: 1_000 },
] as const;

/**
 * A length of time in its two largest units: `2 d 3 h`, `5 min 10 s`, `40 s`, `120 ms`.
 * @param ms milliseconds; a negative length is shown with a minus sign.
 */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const first = UNITS.findIndex((unit) => ms >= unit.ms);
  let rest = ms;
  const parts = UNITS.slice(first, first + 2).map(({ suffix, ms: size }) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? `${amount} ${suffix}` : "";
  });
  return parts.filter(Boolean).join(" ");
}

/**
 * How long ago an instant was, in its largest unit: `just now`, `3 h ago`, `2 d ago`, `in 5 min`.
 * @param now passed in, so that the server and the browser render the same text.
 */
export function formatAge(instant: string, now: Date): string {
  const ms = now.getTime() - new Date(instant).getTime();
  if (Number.isNaN(ms)) return instant;
  const distance = Math.abs(ms);
  const unit = UNITS.find(({ ms: size }) => distance >= size);
  if (!unit || unit.suffix === "s") return "just now";
  const text = `${Math.floor(distance / unit.ms)} ${unit.suffix}`;
  return ms > 0 ? `${text} ago` : `in ${text}`;
}
