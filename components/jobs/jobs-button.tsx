"use client";

import { ActionIcon } from "@mantine/core";
import { ListChecks } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { orNothing } from "@/components/ui/load-part";
import { useIdle } from "@/components/ui/use-idle";
import classes from "./jobs.module.css";
import { useShowJobs } from "./jobs-provider";

const LazyJobsBadge = dynamic(
  orNothing(() => import("./jobs-badge").then((module) => module.JobsBadge)),
  {
    ssr: false,
  },
);

/** The way to the bulk changes from every page, with how far they are. */
export function JobsButton() {
  const t = useTranslations("layout.tools");
  const idle = useIdle();
  const show = useShowJobs();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={classes.button}
      title={t("jobs")}
      aria-label={t("jobs")}
      aria-describedby="jobs-badge"
      onClick={show}
    >
      <ListChecks size={16} aria-hidden="true" />
      <span id="jobs-badge">{idle && <LazyJobsBadge />}</span>
    </ActionIcon>
  );
}
