"use client";

import { useQuery } from "@tanstack/react-query";
import { Cable } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { EmptyState } from "@/components/ui/empty-state";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { useNow } from "@/components/ui/use-now";
import { readJson } from "@/lib/api/read-json";
import { type SourceList, sourceListSchema } from "@/lib/api/source-list";
import { ConnectionCard } from "./connection-card";
import classes from "./sources-page.module.css";

type SourcesTexts = ReturnType<typeof useTranslations<"sources">>;

const REFRESH_MS = 5_000;

type SourcesPageProps = {
  initial: SourceList;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** Every connection and how its sources are doing, renewed every few seconds. */
export function SourcesPage({ initial, renderedAt }: SourcesPageProps) {
  const t = useTranslations("sources");
  const errorText = useErrorText();
  const say = useSentence();
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => readJson("/api/sources", sourceListSchema, signal),
    initialData: initial,
    initialDataUpdatedAt: new Date(renderedAt).getTime(),
    refetchInterval: REFRESH_MS,
  });
  const now = useNow(renderedAt, REFRESH_MS);
  const { connections } = data;
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>{t("title")}</h1>
        <span className={classes.summary} role="status">
          {summaryOf(data, t)}
        </span>
      </div>
      {error && (
        <Notice tone="danger">
          {t.rich("outdated", {
            at: () => <InstantText instant={new Date(dataUpdatedAt).toISOString()} />,
            reason: () => <InertText text={errorText(error)} />,
          })}
        </Notice>
      )}
      {data.storageProblem !== null && (
        <Notice tone="danger">
          <InertText text={say(data.storageProblem)} />
        </Notice>
      )}
      {connections.length === 0 ? (
        <EmptyState title={t("unconfigured.title")} icon={Cable}>
          {t("unconfigured.text")}
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
function summaryOf({ connections }: SourceList, t: SourcesTexts): string {
  const sources = connections.flatMap((connection) => connection.sources);
  const troubled = sources.filter(({ state }) => state === "stale" || state === "never").length;
  const counted = {
    sources: t("sourcesCounted", { count: sources.length }),
    connections: t("connectionsCounted", { count: connections.length }),
  };
  return troubled === 0 ? t("summary", counted) : t("summaryTroubled", { ...counted, troubled });
}
