"use client";

import "@/components/layout/mantine-part-styles";
import { Drawer, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { JobCard } from "./job-card";
import classes from "./jobs.module.css";
import { jobsQuery, SHOWN_ENDED } from "./jobs-query";

export type JobsDrawerProps = { opened: boolean; onClose: () => void };

/** The bulk changes of everybody: those that need time or somebody first, then the latest that have ended. */
export function JobsDrawer({ opened, onClose }: JobsDrawerProps) {
  const t = useTranslations("jobs");
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t("title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {opened && <JobList />}
    </Drawer>
  );
}

function JobList() {
  const t = useTranslations("jobs");
  const errorText = useErrorText();
  const { data, error, refetch, isPending } = useQuery(jobsQuery);
  const ended = data?.filter(({ finishedAt }) => finishedAt !== null) ?? [];
  return (
    <>
      {error && (
        <FailedReadNotice error={error} onRetry={() => void refetch()}>
          {t("failed", { reason: errorText(error) })}
        </FailedReadNotice>
      )}
      {isPending && <Skeleton height={160} />}
      {data?.length === 0 && (
        <EmptyState icon={ListChecks} title={t("none.title")}>
          {t("none.text")}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ol className={classes.cards}>
          {data.map((job) => (
            <JobCard key={job.id} job={job} unfolded={false} />
          ))}
        </ol>
      )}
      {ended.length >= SHOWN_ENDED && <p className={classes.quiet}>{t("earlier", { count: SHOWN_ENDED })}</p>}
    </>
  );
}
