"use client";

import { useRouter } from "next/navigation";
import { parseQueueView, viewParams } from "@/components/events/queue-view";
import { useQueueHref } from "./use-queue-href";
import type { ValueFilter } from "./value-filter";

/** What an event's page narrows: the queue as it was left, which is opened then. */
export function usePageFilter(): ValueFilter {
  const router = useRouter();
  const href = useQueueHref();
  const { view } = parseQueueView(new URLSearchParams(href.split("?")[1]), new Date());
  return {
    filter: view.filter,
    onFilter: (filter) => router.push(`/events?${viewParams({ ...view, filter })}`),
  };
}
