"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useOptimistic } from "react";
import { InertText } from "@/components/ui/inert-text";
import { PlainButton } from "@/components/ui/plain-button";
import type { ValueState } from "@/lib/events/filter-edits";
import { formatCompact } from "@/lib/format/count";
import classes from "./facets.module.css";

type FacetValueProps = {
  label: string;
  count: number | null;
  fieldLabel: string;
  /** They show under the pointer and the focus, and come after the first screen. */
  withActions: boolean;
  state: ValueState;
  onState: (state: ValueState) => void;
  onOnly: () => void;
};

/** One value: include it, make it the only one, or exclude it. */
export function FacetValue(props: FacetValueProps) {
  const { label, count, fieldLabel, withActions, state, onState, onOnly } = props;
  const t = useTranslations("events");
  const language = useLocale();
  // The hand sees its own mark at once; the queue follows.
  const [shown, show] = useOptimistic(state);
  const choose = (next: ValueState) =>
    startTransition(() => {
      show(next);
      onState(next);
    });
  const excluded = shown === "excluded";
  return (
    <li className={classes.value} data-state={shown} data-none={count === 0 || undefined}>
      <label className={classes.include}>
        <input
          type="checkbox"
          checked={shown === "included"}
          onChange={(event) => choose(event.currentTarget.checked ? "included" : "free")}
        />
        <InertText clip text={label === "" ? t("facets.empty") : label} className={classes.name} />
      </label>
      {withActions && (
        <span className={classes.actions}>
          <PlainButton
            className={classes.action}
            onClick={() => startTransition(onOnly)}
            aria-label={t("facets.onlyValue", { field: fieldLabel, value: label })}
          >
            {t("facets.only")}
          </PlainButton>
          <PlainButton
            className={classes.action}
            aria-pressed={excluded}
            aria-label={t("facets.excludeValue", { field: fieldLabel, value: label })}
            title={excluded ? t("facets.include") : t("facets.exclude")}
            onClick={() => choose(excluded ? "free" : "excluded")}
          >
            <span className={classes.ban} />
          </PlainButton>
        </span>
      )}
      <span className={classes.count} title={count === null ? undefined : t("total", { count })}>
        {count === null ? "" : formatCompact(count, language)}
      </span>
    </li>
  );
}
