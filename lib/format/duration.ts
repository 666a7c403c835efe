import type { FormatTexts } from "./format-texts";

const UNITS = [
  { name: "day", ms: 86_400_000 },
  { name: "hour", ms: 3_600_000 },
  { name: "minute", ms: 60_000 },
  { name: "second", ms: 1_000 },
] as const;

/**
 * A length of time in its two largest units: `2 d 3 h`, `5 min 10 s`, `40 s`, `120 ms`.
 * @param ms milliseconds; a negative length is shown with a minus sign.
 */
export function formatDuration(ms: number, t: FormatTexts): string {
  if (ms < 0) return `−${formatDuration(-ms, t)}`;
  if (ms < 1_000) return t("duration.millisecond", { count: Math.round(ms) });
  const first = UNITS.findIndex((unit) => ms >= unit.ms);
  let rest = ms;
  const parts = UNITS.slice(first, first + 2).map(({ name, ms: size }) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? t(`duration.${name}`, { count: amount }) : "";
  });
  return parts.filter(Boolean).join(" ");
}

/**
 * How long ago an instant was, in its largest unit: `just now`, `3 h ago`, `2 d ago`, `in 5 min`.
 * @param now passed in, so that the server and the browser render the same text.
 */
export function formatAge(instant: string, now: Date, t: FormatTexts): string {
  const ms = now.getTime() - new Date(instant).getTime();
  if (Number.isNaN(ms)) return instant;
  const distance = Math.abs(ms);
  const unit = UNITS.find(({ ms: size }) => distance >= size);
  if (!unit || unit.name === "second") return t("age.now");
  const duration = t(`duration.${unit.name}`, { count: Math.floor(distance / unit.ms) });
  return t(ms > 0 ? "age.past" : "age.future", { duration });
}
