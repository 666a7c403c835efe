"use client";

import { Button } from "@mantine/core";
import { CheckCheck, Inbox, Plug, RefreshCw, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { isBeingRead } from "@/components/ui/is-outdated";
import type { Freshness } from "@/lib/api/event-list";
import { withoutField } from "@/lib/events/filter-edits";
import { type EventFilter, filterParams } from "@/lib/events/query";
import { hidesClosed } from "./hides-closed";

type NoEventsProps = {
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  freshness: readonly Freshness[];
  onClear: () => void;
};

/** Why the view is empty, and what to do about it. */
export function NoEvents({ filter, onFilter, freshness, onClear }: NoEventsProps) {
  const t = useTranslations("events.empty");
  const reading = freshness.filter(isBeingRead).length;
  const unread = freshness.filter(({ lastSuccessAt }) => lastSuccessAt === null).length;
  const sources = (
    <Button component={Link} href="/sources" prefetch={false} variant="default">
      {t("sources")}
    </Button>
  );
  if (freshness.length === 0) {
    return (
      <EmptyState icon={Plug} title={t("unconfigured.title")} action={sources}>
        {t("unconfigured.text")}
      </EmptyState>
    );
  }
  if (reading > 0) {
    return (
      <EmptyState icon={RefreshCw} title={t("reading.title")} action={sources}>
        {t("reading.text", { count: reading, total: freshness.length })}
      </EmptyState>
    );
  }
  const filtered = filterParams(filter).size > 0;
  if (unread === freshness.length || (unread > 0 && !filtered)) {
    return (
      <EmptyState icon={TriangleAlert} title={t("unread.title")} action={sources}>
        {t("unread.text", { count: unread, total: freshness.length })}
      </EmptyState>
    );
  }
  if (hidesClosed(filter)) {
    const all = withoutField(filter, "status");
    return (
      <EmptyState
        icon={CheckCheck}
        title={t("open.title")}
        action={<Button onClick={() => onFilter(all)}>{t("open.action")}</Button>}
      >
        {t("open.text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={t(filtered ? "filtered.title" : "none.title")}
      action={filtered ? <Button onClick={onClear}>{t("filtered.action")}</Button> : sources}
    >
      {t(filtered ? "filtered.text" : "none.text")}
    </EmptyState>
  );
}
