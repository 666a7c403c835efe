"use client";

import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { DroppedNotice } from "@/components/ui/dropped-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { InertText } from "@/components/ui/inert-text";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActivityList } from "@/lib/api/activity";
import type { Role } from "@/lib/api/role";
import type { QueryProblem } from "@/lib/events/query";
import { formatZone } from "@/lib/format/instant";
import classes from "./activity.module.css";
import { ActivityExport } from "./activity-export";
import { ActivityFilters } from "./activity-filters";
import { activityListQuery } from "./activity-queries";
import { ActivityTable } from "./activity-table";
import { type ActivityView, activityHref, activitySearch } from "./activity-view";
import { RecordCheck } from "./record-check";

type ActivityPageProps = {
  initial: ActivityList;
  view: ActivityView;
  /** What the address asked for beside it, and is left out. */
  dropped: readonly QueryProblem[];
  /** Names to choose from. */
  people: readonly string[];
  role: Role;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** Who changed what, when, from what to what and why; proved to be whole, and to be taken along. */
export function ActivityPage({ initial, view, dropped, people, role, renderedAt }: ActivityPageProps) {
  const t = useTranslations("activity");
  const errorText = useErrorText();
  const { zone } = useTimeZone();
  const router = useRouter();
  const list = useInfiniteQuery(activityListQuery(view, initial, renderedAt));
  const items = list.data.pages.flatMap((page) => page.items);
  const filtered = activitySearch(view) !== "";
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>{t("title")}</h1>
        <span className={classes.quiet}>
          {t("summary", { zone: formatZone(zone, new Date(renderedAt)) })}
        </span>
        <Button
          variant="default"
          className={classes.refresh ?? ""}
          loading={list.isRefetching}
          onClick={() => void list.refetch()}
        >
          {t("refresh")}
        </Button>
      </div>
      <DroppedNotice problems={dropped} onForget={() => router.replace(activityHref(view))} />
      <ActivityFilters view={view} people={people} />
      <div className={classes.tools}>
        <ActivityExport view={view} role={role} />
        <RecordCheck />
      </div>
      {items.length === 0 ? (
        <EmptyState
          icon={History}
          title={t(filtered ? "noMatch.title" : "none.title")}
          action={filtered && <Link href="/activity">{t("noMatch.clear")}</Link>}
        >
          {t(filtered ? "noMatch.text" : "none.text")}
        </EmptyState>
      ) : (
        <ActivityTable items={items} />
      )}
      {list.error && (
        <FailedReadNotice
          error={list.error}
          onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())}
        >
          {t.rich("moreFailed", {
            reason: () => <InertText text={list.error ? errorText(list.error) : ""} />,
          })}
        </FailedReadNotice>
      )}
      <div className={classes.more}>
        <span role="status" className={classes.quiet}>
          {t("shown", { count: items.length })}
        </span>
        {list.hasNextPage ? (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("more")}
          </Button>
        ) : (
          items.length > 0 && <span className={classes.quiet}>{t("end")}</span>
        )}
      </div>
    </div>
  );
}
