"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { withoutField } from "@/lib/events/filter-edits";
import type { EventFilter } from "@/lib/events/query";
import { hidesClosed } from "./hides-closed";
import classes from "./queue.module.css";
import { facetsQuery, statusCountsQuery } from "./queue-queries";

type HiddenByStatusProps = { filter: EventFilter; ready: boolean; onShow: (filter: EventFilter) => void };

/** How many events the filter of the status hides, and a way to see them: what is not shown is counted. */
export function HiddenByStatus({ filter, ready, onShow }: HiddenByStatusProps) {
  const t = useTranslations("events.hidden");
  const status = filter.fields.status;
  const { data: early } = useQuery({ ...statusCountsQuery(filter), enabled: false });
  const { data = early } = useQuery({ ...facetsQuery({ filter }), enabled: ready && status !== undefined });
  if (!status || !data) return null;
  const { anyOf, noneOf } = status;
  // A facet's counts leave out its own filter: the other statuses are among them.
  const hidden = (data.facets.status ?? [])
    .filter(({ value }) => noneOf.includes(value) || (anyOf.length > 0 && !anyOf.includes(value)))
    .reduce((sum, { count }) => sum + count, 0);
  if (hidden === 0) return null;
  return (
    <span className={classes.hiddenCount}>
      {t(hidesClosed(filter) ? "closed" : "byStatus", { count: hidden })}
      <Button variant="subtle" size="compact-xs" onClick={() => onShow(withoutField(filter, "status"))}>
        {t("show")}
        <span className="sr-only"> {t("showWhat")}</span>
      </Button>
    </span>
  );
}
