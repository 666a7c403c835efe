"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useLostFocus } from "@/components/ui/use-lost-focus";
import type { Job } from "@/lib/api/jobs";
import { JobActions } from "./job-actions";
import { JobProgress } from "./job-progress";
import classes from "./jobs.module.css";
import { useShowJobs } from "./jobs-provider";
import { jobsQuery } from "./jobs-query";
import { useJobOrders } from "./use-job-orders";

const PLACES = ["button:enabled"];

/** The progress of one bulk change, where it was started. */
export function RunningJob({ jobId }: { jobId: string }) {
  const { data } = useQuery(jobsQuery);
  const job = data?.find(({ id }) => id === jobId);
  return job ? <Running job={job} /> : null;
}

function Running({ job }: { job: Job }) {
  const t = useTranslations("jobs");
  const orders = useJobOrders(job);
  const show = useShowJobs();
  const progress = useRef<HTMLDivElement>(null);
  useLostFocus(progress, orders.isPending, PLACES);
  return (
    <div ref={progress} className={classes.running}>
      <JobProgress job={job} />
      <div className={classes.foot}>
        <JobActions job={job} orders={orders} undoable={false} />
        <Button size="compact-xs" variant="subtle" onClick={show}>
          {t("details")}
        </Button>
      </div>
    </div>
  );
}
