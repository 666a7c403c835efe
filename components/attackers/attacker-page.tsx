"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useQueueHref } from "@/components/event/use-queue-href";
import { queueHref } from "@/components/events/queue-href";
import { TimelinePanel } from "@/components/events/timeline-panel";
import { BackLink } from "@/components/ui/back-link";
import { CopyValue } from "@/components/ui/copy-value";
import { EmptyState } from "@/components/ui/empty-state";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { FoldableText } from "@/components/ui/foldable-text";
import { useErrorText } from "@/components/ui/use-error-text";
import { ATTACKER_FIELDS, type AttackerSummary } from "@/lib/api/attacker";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { DEFAULT_SORT, EMPTY_FILTER, type EventFilter, filterParams } from "@/lib/events/query";
import { AttackerFacts } from "./attacker-facts";
import classes from "./attacker-page.module.css";
import { attackerQuery } from "./attacker-query";
import { AttackerValues } from "./attacker-values";
import { NewestEvents } from "./newest-events";

type AttackerPageProps = {
  initial: AttackerSummary;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** Everything about one attacker; every number leads to the events that it counts. */
export function AttackerPage({ initial, renderedAt }: AttackerPageProps) {
  const t = useTranslations("attackers");
  const errorText = useErrorText();
  const back = useQueueHref();
  const router = useRouter();
  const [measure, setMeasure] = useState<TimelineMeasure>("events");
  const { data, error, refetch } = useQuery(attackerQuery(initial, renderedAt));
  const filter: EventFilter = {
    ...EMPTY_FILTER,
    fields: { attacker: { anyOf: [data.value], noneOf: [] } },
  };
  return (
    <article className={classes.page}>
      <BackLink href={back}>{t("back")}</BackLink>
      <header className={classes.heading}>
        <span className={classes.kind}>{t("title")}</span>
        <h1 className={classes.value}>
          <FoldableText text={data.value} mono />
        </h1>
        <CopyValue value={data.value} what="attacker" />
      </header>
      {error && (
        <FailedReadNotice tone="warning" error={error} onRetry={refetch}>
          {t("outdated", { reason: errorText(error) })}
        </FailedReadNotice>
      )}
      {data.events.count === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.reason")}</EmptyState>
      ) : (
        <>
          <AttackerFacts attacker={data} />
          <div className={classes.timeline}>
            <TimelinePanel
              view={{ filter, sort: DEFAULT_SORT, measure }}
              ready
              onMeasure={setMeasure}
              onRange={(range) => router.push(queueHref(filterParams({ ...filter, ...range }).toString()))}
            />
          </div>
          <div className={classes.cards}>
            {ATTACKER_FIELDS.map((field) => (
              <AttackerValues key={field} field={field} values={data.by[field]} total={data.events.count} />
            ))}
          </div>
          <NewestEvents events={data.newest} all={data.events} />
        </>
      )}
    </article>
  );
}
