"use client";

import { Button } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useTimeZone } from "@/components/layout/time-zone";
import { useErrorText } from "@/components/ui/use-error-text";
import { STATUSES, type Status } from "@/lib/events/status";
import { formatInstant } from "@/lib/format/instant";
import { AssignSelection } from "./assign-selection";
import classes from "./selection-bar.module.css";
import type { EventSelectionState } from "./use-event-selection";

type SelectionBarProps = {
  selection: EventSelectionState;
  /** An event is open beside the list. */
  beside: boolean;
  /** How many events the view holds. */
  total: number;
  /** `null` for people who may not change a status. */
  onStatus: ((status: Status) => void) | null;
  /** Asks for note and reason first; `null` as above. */
  onNote: (() => void) | null;
  pending: boolean;
};

/** What is selected, all of it exactly counted, and what can be done with it. */
export function SelectionBar({ selection, beside, total, onStatus, onNote, pending }: SelectionBarProps) {
  const t = useTranslations("triage");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  const errorText = useErrorText();
  const { frozen, picked, refused, count, freezeError } = selection;
  useShortcut("close", selection.clear);
  return (
    <section className={classes.bar} aria-label={t("selection.label")}>
      <span role="status" className={classes.count}>
        {frozen
          ? t("selection.frozen", {
              count,
              time: formatInstant(frozen.createdAt, { zone, precision: "second" }),
            })
          : t("selection.picked", { count })}
      </span>
      {!frozen && total > count && (
        <Button
          variant="subtle"
          size="compact-xs"
          loading={selection.freezing}
          onClick={() => selection.freeze()}
        >
          {t("selection.all", { count: total })}
        </Button>
      )}
      {refused && (
        <span role="status" className={classes.reason}>
          {t("selection.refused")}
        </span>
      )}
      {freezeError && (
        <span role="alert" className={classes.failed}>
          {t("selection.failed", { reason: errorText(freezeError) })}
        </span>
      )}
      <fieldset
        className={classes.actions}
        aria-label={t("status.label")}
        disabled={!onStatus || pending || selection.freezing}
      >
        {STATUSES.map((status) => (
          <Button key={status} variant="default" size="compact-xs" onClick={() => onStatus?.(status)}>
            {format(`status.${status}`)}
          </Button>
        ))}
        <Button variant="subtle" size="compact-xs" onClick={() => onNote?.()}>
          {t("status.withNote")}
        </Button>
      </fieldset>
      <AssignSelection
        key={count}
        events={frozen ? null : picked}
        allowed={onStatus !== null}
        withKey={!beside}
      />
      {!onStatus && <span className={classes.reason}>{t("status.viewer")}</span>}
      <span className={classes.spacer} />
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<X size={13} aria-hidden="true" />}
        onClick={selection.clear}
      >
        {t("selection.clear")}
      </Button>
    </section>
  );
}
