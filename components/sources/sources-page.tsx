"use client";

import { useQuery } from "@tanstack/react-query";
import { Cable } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { useNow } from "@/components/ui/use-now";
import { fetchJson } from "@/lib/api/fetch-json";
import { type SourceList, sourceListSchema } from "@/lib/api/source-list";
import { formatQuantity } from "@/lib/format/count";
import { ConnectionCard } from "./connection-card";
import classes from "./sources-page.module.css";

const REFRESH_MS = 5_000;

type SourcesPageProps = {
  initial: SourceList;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** Every connection and how its sources are doing, renewed every few seconds. */
export function SourcesPage({ initial, renderedAt }: SourcesPageProps) {
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => fetchJson("/api/sources", sourceListSchema, { signal }),
    initialData: initial,
    initialDataUpdatedAt: new Date(renderedAt).getTime(),
    refetchInterval: REFRESH_MS,
  });
  const now = useNow(renderedAt, REFRESH_MS);
  const { connections } = data;
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>Sources</h1>
        <span className={classes.summary} role="status">
          {summaryOf(data)}
        </span>
      </div>
      {error && (
        <Notice tone="danger">
          These figures are of <InstantText instant={new Date(dataUpdatedAt).toISOString()} />:{" "}
          <InertText text={error.message} />
        </Notice>
      )}
      {connections.length === 0 ? (
        <EmptyState title="No connection is configured" icon={Cable}>
          Name your cloud accounts in the file that WATCHFLOOR_CONFIG points to, and start Watchfloor again.
        </EmptyState>
      ) : (
        connections.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} now={now} />
        ))
      )}
    </div>
  );
}

/** How many sources there are, and how many of them cannot be trusted. */
function summaryOf({ connections }: SourceList): string {
  const sources = connections.flatMap((connection) => connection.sources);
  const troubled = sources.filter(({ state }) => state === "stale" || state === "never").length;
  const all = `${formatQuantity(sources.length, "source")} through ${formatQuantity(connections.length, "connection")}`;
  return troubled === 0 ? all : `${all}, ${troubled} not up to date`;
}
