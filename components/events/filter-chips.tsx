"use client";

import { Button } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { InertText } from "@/components/ui/inert-text";
import { PlainButton } from "@/components/ui/plain-button";
import { FIELD_IDS, isFacetField } from "@/lib/events/fields";
import { withoutValue } from "@/lib/events/filter-edits";
import { periodBounds } from "@/lib/events/period";
import type { EventFilter, FieldFilter } from "@/lib/events/query";
import type { FormatTexts } from "@/lib/format/format-texts";
import classes from "./filter-chips.module.css";
import { describeRange, type TimeRange } from "./time-range";
import { valueLabel } from "./value-label";

type FilterChipsProps = {
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
  onClear: () => void;
};

type Chip = { key: string; label: string; value: string; excluded: boolean; without: EventFilter };

function fieldChips(filter: EventFilter, t: FormatTexts, inWords: (period: string) => string): Chip[] {
  return FIELD_IDS.flatMap((field) => {
    const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
    const chip = (side: keyof FieldFilter) => (value: string) => ({
      key: `${field} ${side} ${value}`,
      label: t(`field.${field}`),
      value: isFacetField(field) ? valueLabel(field, value, t) : inWords(value),
      excluded: side === "noneOf",
      without: withoutValue(filter, field, value, side),
    });
    return [...anyOf.map(chip("anyOf")), ...noneOf.map(chip("noneOf"))];
  });
}

/** Everything that narrows the queue, each removable. Shows nothing while nothing does. */
export function FilterChips({ filter, onChange, onClear }: FilterChipsProps) {
  const { zone } = useTimeZone();
  const t = useTranslations("events");
  const format = useTranslations("format");
  const rangeInWords = (range: TimeRange) => describeRange(range, zone, t, format);
  const chips = fieldChips(filter, format, (period) => rangeInWords(periodBounds(period)));
  if (filter.from !== null || filter.to !== null) {
    const without = { ...filter, from: null, to: null };
    const value = rangeInWords(filter);
    chips.push({ key: "time", label: t("chips.time"), value, excluded: false, without });
  }
  if (filter.q !== null) {
    chips.push({
      key: "q",
      label: t("chips.text"),
      value: filter.q,
      excluded: false,
      without: { ...filter, q: null },
    });
  }
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t("chips.label")}>
      {chips.map(({ key, label, value, excluded, without }) => (
        <li key={key} className={classes.chip} data-excluded={excluded || undefined}>
          <span className={classes.label}>{label}</span>
          {excluded && <span className={classes.not}>{t("chips.not")}</span>}
          <InertText clip text={value} className={classes.value} />
          <PlainButton
            className={classes.remove}
            aria-label={t(excluded ? "chips.removeExcluded" : "chips.remove", { label, value })}
            onClick={() => onChange(without)}
          >
            <X size={12} aria-hidden="true" />
          </PlainButton>
        </li>
      ))}
      <li>
        <Button variant="subtle" size="compact-xs" onClick={onClear}>
          {t("chips.clear")}
        </Button>
      </li>
    </ul>
  );
}
