"use client";

import { useMounted } from "@mantine/hooks";
import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/jobs.json";
import chinese from "@/messages/zh/jobs.json";
import { JobsDrawer, type JobsDrawerProps } from "./jobs-drawer";
import { RunningJob } from "./running-job";

const MESSAGES = { en: { jobs: english }, zh: { jobs: chinese } };

/** The drawer with its texts, loaded when somebody asks. */
export function LazyJobsDrawer({ opened, onClose }: JobsDrawerProps) {
  // A drawer gives the focus back only if it was there, closed, before it opened.
  const mounted = useMounted();
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <JobsDrawer opened={opened && mounted} onClose={onClose} />
    </AddedMessages>
  );
}

/** One job as it goes on, with its texts. */
export function LazyRunningJob({ jobId }: { jobId: string }) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <RunningJob jobId={jobId} />
    </AddedMessages>
  );
}
