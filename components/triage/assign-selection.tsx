"use client";

import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useErrorText } from "@/components/ui/use-error-text";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import type { SecurityEvent } from "@/lib/events/event";
import { AssignMenu } from "./assign-menu";
import classes from "./selection-bar.module.css";
import { useAssignMany } from "./use-assign-many";

type AssignSelectionProps = {
  /** The picked rows as they are shown; `null` for a frozen set, whose rows are not all here. */
  events: readonly Pick<SecurityEvent, "id" | "assignee">[] | null;
  /** `false` for people who may not assign. */
  allowed: boolean;
  /** An event that is open beside the list answers to the key by which one takes an event. */
  withKey: boolean;
};

/** Gives the picked events to somebody, and says whose somebody else has taken before. */
export function AssignSelection({ events, allowed, withKey }: AssignSelectionProps) {
  const t = useTranslations("triage.assign");
  const errorText = useErrorText();
  const { mutate, data, error, isPending } = useAssignMany();
  const tooMany = events === null || events.length > MOST_EVENTS_AT_ONCE;
  const count = (outcome: string) => data?.results.filter((result) => result.outcome === outcome).length ?? 0;
  const disabled = !allowed || tooMany || isPending;
  const assign = (assignee: string | null) => {
    if (events) mutate({ assignee, events: events.map(({ id, assignee: seen }) => ({ id, seen })) });
  };
  useShortcut("assignToMe", () => assign("me"), { enabled: withKey && !disabled });
  return (
    <>
      <AssignMenu
        disabled={disabled}
        reason={tooMany ? t("tooMany", { most: MOST_EVENTS_AT_ONCE }) : undefined}
        onAssign={assign}
      />
      {data && (
        <span role="status">
          {t("done", { count: count("changed") })}
          {count("conflict") > 0 && ` · ${t("conflicts", { count: count("conflict") })}`}
        </span>
      )}
      {error && (
        <span role="alert" className={classes.failed}>
          {t("notDone", { reason: errorText(error) })}
        </span>
      )}
    </>
  );
}
