"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import type { Job, JobAction, JobState } from "@/lib/api/jobs";
import classes from "./jobs.module.css";
import type { JobOrders } from "./use-job-orders";

const ACTIONS: Record<JobState, readonly JobAction[]> = {
  queued: ["pause", "cancel"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  failed: ["resume", "cancel"],
  cancelled: [],
  done: [],
};

type JobActionsProps = {
  job: Job;
  orders: JobOrders;
  /** Whether to offer the way back; false where it stands beside already. */
  undoable: boolean;
};

/** Pauses, resumes, cancels a bulk change; takes back what it has done. */
export function JobActions({ job, orders, undoable }: JobActionsProps) {
  const t = useTranslations("jobs");
  const mayWork = useMayWork();
  const { mutate, isPending } = orders;
  const ended = ACTIONS[job.state].length === 0;
  const offersUndo = undoable && ended && job.kind === "status" && job.counts.changed > 0;
  return (
    <div className={classes.actions} data-orders="">
      {ACTIONS[job.state].map((action) => (
        <Button
          key={action}
          size="compact-xs"
          variant="default"
          disabled={!mayWork || isPending}
          onClick={() => mutate({ kind: "control", action })}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {offersUndo && job.undone && <span className={classes.quiet}>{t("undone")}</span>}
      {offersUndo && !job.undone && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={!mayWork || isPending}
          onClick={() => mutate({ kind: "undo" })}
        >
          {t("action.undo")}
        </Button>
      )}
      {!mayWork && <span className={classes.quiet}>{t("viewer")}</span>}
    </div>
  );
}
