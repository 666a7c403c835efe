"use client";

import { Button } from "@mantine/core";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import type { Freshness } from "@/lib/api/event-list";
import type { EventFilter } from "@/lib/events/query";
import { formatZone } from "@/lib/format/instant";
import { HiddenByStatus } from "./hidden-by-status";
import classes from "./queue.module.css";
import { SyncState } from "./sync-state";

type QueueHeaderProps = {
  /** `undefined` until the first answer. */
  total: number | undefined;
  freshness: readonly Freshness[];
  /** The last reading failed. */
  failed: boolean;
  newCount: number;
  onShowNew: () => void;
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  /** The rows are there. */
  ready: boolean;
};

/** The name of the page, how many events the view holds, what waits, how current it is, and the time zone. */
export function QueueHeader({
  total,
  freshness,
  failed,
  newCount,
  onShowNew,
  filter,
  onFilter,
  ready,
}: QueueHeaderProps) {
  const t = useTranslations("events");
  const { zone } = useTimeZone();
  return (
    <div className={classes.header}>
      <h1>{t("title")}</h1>
      <span className={classes.total} aria-live="polite">
        {total === undefined ? "" : t("total", { count: total })}
      </span>
      <HiddenByStatus filter={filter} ready={ready} onShow={onFilter} />
      {newCount > 0 && (
        <Button
          size="compact-xs"
          radius="xl"
          leftSection={<ArrowUp size={12} aria-hidden="true" />}
          onClick={onShowNew}
        >
          {t("new", { count: newCount })}
        </Button>
      )}
      <span className={classes.spacer} />
      <SyncState freshness={freshness} failed={failed} />
      <span className={classes.zone} suppressHydrationWarning>
        {t("timesIn", { zone: formatZone(zone, new Date()) })}
      </span>
    </div>
  );
}
