"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { useTimeZone } from "@/components/layout/time-zone";
import type { SeenEvent, StatusConflict } from "@/lib/api/status-change";
import { formatInstant } from "@/lib/format/instant";
import classes from "./status-answer.module.css";
import type { OpenConflict, StatusOrder } from "./use-status-change";

/** More are counted, not listed. */
const LISTED = 5;

type StatusConflictsProps = {
  conflicts: readonly OpenConflict[];
  onKeep: () => void;
  onApply: (order: StatusOrder) => void;
};

/** Where somebody else came first: who, when, from what to what; theirs is kept, or mine applied to all. */
export function StatusConflicts({ conflicts, onKeep, onApply }: StatusConflictsProps) {
  const t = useTranslations("triage.conflict");
  const say = useSentence();
  const orders = ordersOf(conflicts);
  return (
    <div className={classes.conflicts} role="alert">
      <strong>{t("title", { count: conflicts.length })}</strong>
      <ul>
        {conflicts.slice(0, LISTED).map(({ result: { eventId, conflict, message } }) => (
          <li key={eventId}>{conflict ? <ConflictText {...conflict} /> : message && say(message)}</li>
        ))}
      </ul>
      <Button variant="default" size="compact-xs" onClick={onKeep}>
        {t("keep")}
      </Button>
      {orders.length > 0 && (
        <Button size="compact-xs" onClick={() => orders.forEach(onApply)}>
          {t("apply")}
        </Button>
      )}
    </div>
  );
}

/** What was wanted, on what the events are now: those of which the same was wanted are one order. */
function ordersOf(conflicts: readonly OpenConflict[]): readonly StatusOrder[] {
  const orders = new Map<string, StatusOrder & { readonly target: { events: SeenEvent[] } }>();
  for (const { result, why } of conflicts) {
    if (result.conflict === null || result.version === null) continue;
    const { mine } = result.conflict;
    const key = JSON.stringify([mine, why]);
    const order = orders.get(key) ?? { ...why, status: mine, target: { events: [] } };
    order.target.events.push({ id: result.eventId, version: result.version });
    orders.set(key, order);
  }
  return [...orders.values()];
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
