"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import type { SeenEvent, StatusConflict, StatusResult } from "@/lib/api/status-change";
import type { Status } from "@/lib/events/status";
import { formatInstant } from "@/lib/format/instant";
import classes from "./status-answer.module.css";

/** More are counted, not listed. */
const LISTED = 5;

type StatusConflictsProps = {
  conflicts: readonly StatusResult[];
  onKeep: () => void;
  onApply: (status: Status, events: readonly SeenEvent[]) => void;
};

/** Where somebody else came first: who, when, from what to what; theirs is kept, or mine applied to all. */
export function StatusConflicts({ conflicts, onKeep, onApply }: StatusConflictsProps) {
  const t = useTranslations("triage.conflict");
  const [mine] = conflicts.flatMap(({ conflict }) => (conflict ? [conflict.mine] : []));
  const events = conflicts.flatMap(({ eventId, version }) =>
    version === null ? [] : [{ id: eventId, version }],
  );
  return (
    <div className={classes.conflicts} role="alert">
      <strong>{t("title", { count: conflicts.length })}</strong>
      <ul>
        {conflicts.slice(0, LISTED).map(({ eventId, conflict }) => (
          <li key={eventId}>{conflict && <ConflictText {...conflict} />}</li>
        ))}
      </ul>
      <Button variant="default" size="compact-xs" onClick={onKeep}>
        {t("keep")}
      </Button>
      {mine && (
        <Button size="compact-xs" onClick={() => onApply(mine, events)}>
          {t("apply")}
        </Button>
      )}
    </div>
  );
}

function ConflictText({ seen, mine, theirs, by, at }: StatusConflict) {
  const t = useTranslations("triage.conflict");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  return t("text", {
    seen: format(`status.${seen}`),
    mine: format(`status.${mine}`),
    theirs: format(`status.${theirs}`),
    who: by.name ?? t("somebody"),
    time: formatInstant(at, { zone, precision: "second" }),
  });
}
