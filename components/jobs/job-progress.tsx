"use client";

import "@/components/layout/mantine-part-styles";
import { Progress } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Job } from "@/lib/api/jobs";
import { formatCount } from "@/lib/format/count";
import classes from "./jobs.module.css";
import { percentOf } from "./percent-of";

/** How far a bulk change has come: here, and in the clouds that have to be told. */
export function JobProgress({ job }: { job: Job }) {
  const t = useTranslations("jobs");
  const { state, done, total, writes, counts: outcomes } = job;
  const left = (outcomes.conflict ?? 0) + (outcomes["not-found"] ?? 0);
  const settled = writes.verified + writes.failed + writes.overtaken;
  const told = settled + writes.queued + writes.sent;
  const counts = (part: number, whole: number) => ({
    done: formatCount(part),
    total: formatCount(whole),
    percent: percentOf(part, whole),
  });
  return (
    <div className={classes.progress}>
      <div className={classes.measure}>
        <span>{t(`state.${state}`)}</span>
        <span className="tabular">{t("progress", counts(done, total))}</span>
      </div>
      <Progress
        value={percentOf(done, total)}
        aria-label={t("changedHere")}
        color={state === "failed" ? "red" : state === "paused" || state === "cancelled" ? "gray" : "accent"}
      />
      {left > 0 && <div className={classes.measure}>{t("left", { count: left })}</div>}
      {told > 0 && (
        <>
          <div className={classes.measure}>
            <span>{t("inCloud")}</span>
            <span className="tabular">{t("verified", counts(writes.verified, told))}</span>
          </div>
          <Progress.Root aria-hidden="true">
            <Progress.Section value={percentOf(writes.verified, told)} color="teal" />
            <Progress.Section value={percentOf(writes.failed + writes.overtaken, told)} color="orange" />
          </Progress.Root>
        </>
      )}
    </div>
  );
}
