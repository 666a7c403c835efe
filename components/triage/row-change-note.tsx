"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEventHistory } from "@/components/event/use-live-event";
import type { RowChange } from "@/components/events/row-change";
import { useSignedIn } from "@/components/layout/signed-in";
import { useTimeZone } from "@/components/layout/time-zone";
import type { SecurityEvent } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import { formatInstant } from "@/lib/format/instant";
import classes from "./row-change-note.module.css";

type RowChangeNoteProps = { event: SecurityEvent; change: RowChange };

/** A sign beside the status of a row that changed in place: what was before, and who changed it. */
export function RowChangeNote({ event, change }: RowChangeNoteProps) {
  const t = useTranslations("events.change");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  const { before, what } = change;
  const { data } = useEventHistory(event.id);
  const latest = data?.items.find(({ to }) => to === event.status);
  const { name } = useSignedIn();
  // A change of one's own that the server carried out later, as of many events at once.
  if (
    what.every((field) => field === "status") &&
    latest?.actor.kind === "user" &&
    latest.actor.name === name
  ) {
    return null;
  }

  const texts = what.map((field) => {
    switch (field) {
      case "status": {
        const was = format(`status.${before.status}`);
        if (!latest) return t("status", { before: was });
        const time = formatInstant(latest.at, { zone, precision: "second" });
        return t("statusBy", { before: was, who: latest.actor.name ?? latest.actor.kind, time });
      }
      case "severity":
        return t("severity", { before: format(`severity.${before.severity}`) });
      case "outcome":
        return t("outcome", { before: format(`outcome.${before.outcome}`) });
      case "attackCount":
        return t("attackCount", { before: formatCount(before.attackCount) });
      case "lastSeenAt":
        return t("lastSeenAt", { before: formatInstant(before.lastSeenAt, { zone, precision: "second" }) });
      case "assignee":
        return t("assignee");
      default:
        return field satisfies never;
    }
  });
  const label = t("label", { changes: texts.join("; ") });
  return (
    <span className={classes.note} title={label}>
      <RefreshCw size={12} aria-hidden="true" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
