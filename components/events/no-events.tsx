"use client";

import { Button } from "@mantine/core";
import { Inbox, Plug, RefreshCw } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Freshness } from "@/lib/api/event-list";
import { formatQuantity } from "@/lib/format/count";

type NoEventsProps = { filtered: boolean; freshness: readonly Freshness[]; onClear: () => void };

/** Why the view is empty, and what to do about it. */
export function NoEvents({ filtered, freshness, onClear }: NoEventsProps) {
  const reading = freshness.filter(({ state }) => state === "syncing" || state === "never").length;
  const sources = (
    <Button component={Link} href="/sources" prefetch={false} variant="default">
      Open sources
    </Button>
  );
  if (freshness.length === 0) {
    return (
      <EmptyState icon={Plug} title="No connection is configured" action={sources}>
        Name a connection in the configuration file; its events appear here once it has been read.
      </EmptyState>
    );
  }
  if (reading > 0) {
    return (
      <EmptyState icon={RefreshCw} title="Events are still being read" action={sources}>
        {formatQuantity(reading, "source")} of {freshness.length} {reading === 1 ? "is" : "are"} syncing. This
        page shows events as they arrive.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={filtered ? "No event matches" : "No events yet"}
      action={filtered ? <Button onClick={onClear}>Clear all filters</Button> : sources}
    >
      {filtered
        ? "Nothing in the index fits these filters and this time range."
        : "All sources have been read and none of them reports an event."}
    </EmptyState>
  );
}
