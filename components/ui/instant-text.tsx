"use client";

import { useLocale } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { formatInstant, formatInstantFull, type InstantPrecision } from "@/lib/format/instant";

type InstantTextProps = { instant: string; precision?: InstantPrecision };

/** An instant in the zone that the console shows; the hover text has it in full. */
export function InstantText({ instant, precision = "second" }: InstantTextProps) {
  const language = useLocale();
  const { zone } = useTimeZone();
  return (
    <time dateTime={instant} title={formatInstantFull(instant, zone, language)} className="tabular">
      {formatInstant(instant, { zone, precision })}
    </time>
  );
}
