"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { readAgain } from "@/components/ui/read-again";
import classes from "./jobs.module.css";
import { isUnderWay, jobsQuery } from "./jobs-query";
import { percentOf } from "./percent-of";

/** On the button of the bulk changes: how far those under way are, and whether one needs somebody. */
export function JobsBadge() {
  const t = useTranslations("layout.jobs");
  const client = useQueryClient();
  const { data: jobs = [] } = useQuery(jobsQuery);
  const running = jobs.filter(isUnderWay);
  const stuck = jobs.some(({ state }) => state === "paused" || state === "failed");

  // Counts that stand beside the rows are right again when all is done.
  const before = useRef(running.length);
  useEffect(() => {
    if (running.length < before.current) {
      readAgain(client, ["events", "facets"]);
      readAgain(client, ["events", "head"]);
    }
    before.current = running.length;
  }, [client, running.length]);

  const sum = (key: "done" | "total") => running.reduce((total, job) => total + job[key], 0);
  const percent = percentOf(sum("done"), sum("total"));
  if (running.length === 0 && !stuck) return null;
  return (
    <span className={classes.badge} data-tone={running.length === 0 ? "warning" : undefined}>
      <span aria-hidden="true">{running.length === 0 ? "!" : `${percent} %`}</span>
      <span className="sr-only">
        {running.length === 0 ? t("stuck") : t("running", { count: running.length, percent })}
      </span>
    </span>
  );
}
