"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventFilter } from "@/lib/events/query";
import classes from "./queue.module.css";
import { facetsQuery } from "./queue-queries";

type HiddenByStatusProps = { filter: EventFilter; ready: boolean };

/** How many events the filter of the status hides: what is not shown is counted. */
export function HiddenByStatus({ filter, ready }: HiddenByStatusProps) {
  const t = useTranslations("events");
  const status = filter.fields.status;
  const { data } = useQuery({ ...facetsQuery({ filter }), enabled: ready && status !== undefined });
  if (!status || !data) return null;
  const { anyOf, noneOf } = status;
  // A facet's counts leave out its own filter: the other statuses are among them.
  const hidden = (data.facets.status ?? [])
    .filter(({ value }) => noneOf.includes(value) || (anyOf.length > 0 && !anyOf.includes(value)))
    .reduce((sum, { count }) => sum + count, 0);
  return hidden > 0 && <span className={classes.total}>{t("hidden", { count: hidden })}</span>;
}
