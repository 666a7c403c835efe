"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useOptimistic, useRef } from "react";
import { InertText } from "@/components/ui/inert-text";
import { PlainButton } from "@/components/ui/plain-button";
import { useEarlyInput } from "@/components/ui/use-early-input";
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
  const box = useRef<HTMLInputElement>(null);
  const tick = (ticked: boolean) => choose(ticked ? "included" : "free");
  useEarlyInput(box, ({ checked }) => checked !== (shown === "included") && tick(checked));
  const excluded = shown === "excluded";
  return (
    <li className={classes.value} data-state={shown} data-none={count === 0 || undefined}>
      <label className={classes.include}>
        <input
          ref={box}
          type="checkbox"
          autoComplete="off"
          checked={shown === "included"}
          onChange={(event) => tick(event.currentTarget.checked)}
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
