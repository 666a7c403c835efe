"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/jobs.json";
import chinese from "@/messages/zh/jobs.json";
import { JobsBadge } from "./jobs-badge";

const MESSAGES = { en: { jobs: english }, zh: { jobs: chinese } };

/** The badge with its texts, loaded when nothing else is to do; apart from the drawer, which few open. */
export function LazyJobsBadge() {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <JobsBadge />
    </AddedMessages>
  );
}
