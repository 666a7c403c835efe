"use client";

import { Button, Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import type { EventHistory } from "@/lib/api/event-detail";
import { EventSection } from "./event-section";
import { HistoryEntry } from "./history-entry";
import classes from "./status-history.module.css";

type StatusHistoryProps = {
  history: Pick<UseQueryResult<EventHistory>, "data" | "error" | "isPending" | "refetch">;
};

/** Who changed the status, when, from what to what and why; says plainly what is missing. */
export function StatusHistory({ history: { data, error, isPending, refetch } }: StatusHistoryProps) {
  return (
    <EventSection id="history" title="Status history" remark={data?.items.length || undefined}>
      {error && (
        <Notice
          tone="warning"
          action={
            <Button variant="default" onClick={() => refetch()}>
              Try again
            </Button>
          }
        >
          <FoldableText text={error.message} />
        </Notice>
      )}
      {isPending && <Skeleton height={48} />}
      {data && <CloudPart cloud={data.cloud} />}
      {data?.items.length === 0 && <p className={classes.none}>Nobody has changed the status yet.</p>}
      {data && data.items.length > 0 && (
        <ol className={classes.entries}>
          {data.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cloud's records have no id
            <HistoryEntry key={`${item.at} ${index}`} item={item} />
          ))}
        </ol>
      )}
    </EventSection>
  );
}

function CloudPart({ cloud: { state, readAt, reason } }: { cloud: EventHistory["cloud"] }) {
  const at = readAt && <InstantText instant={readAt} />;
  if (state === "unavailable") {
    return (
      <Notice tone="warning">
        The cloud's own history is missing: <FoldableText text={reason ?? "it did not answer"} />
        {at && <> Last read {at}.</>}
      </Notice>
    );
  }
  return (
    <p className={classes.cloud}>
      {state === "none" && "This product keeps no history of its own; these are Watchfloor's records."}
      {state === "live" && <>The cloud's history is included, read live {at}.</>}
      {state === "cached" && (
        <>
          The cloud's history is included as it was {at}.{reason && <FoldableText text={` ${reason}`} />}
        </>
      )}
    </p>
  );
}
