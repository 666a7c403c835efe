"use client";

import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSentence } from "@/components/language/sentences";
import { InertText } from "@/components/ui/inert-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Job, JobItemList } from "@/lib/api/jobs";
import { type ITEM_GROUPS, itemGroups } from "./item-group";
import classes from "./jobs.module.css";
import { jobItemsQuery } from "./jobs-query";
import { RepeatItems } from "./repeat-items";
import type { JobOrders } from "./use-job-orders";

/** What became of each event, by its end; what did not get there can be sent once more. */
export function JobItems({ job, orders }: { job: Job; orders: JobOrders }) {
  const t = useTranslations("jobs");
  const errorText = useErrorText();
  const groups = itemGroups(job);
  const [chosen, setChosen] = useState<(typeof ITEM_GROUPS)[number]>("all");
  const group = groups.find(({ key }) => key === chosen) ?? groups[0];
  return (
    <div className={classes.items}>
      <fieldset className={classes.groups} aria-label={t("groups")}>
        {groups.map(({ key, count }) => (
          <Button
            key={key}
            size="compact-xs"
            variant={key === group?.key ? "filled" : "default"}
            aria-pressed={key === group?.key}
            onClick={() => setChosen(key)}
          >
            {t(`group.${key}`, { count })}
          </Button>
        ))}
      </fieldset>
      {group?.repeat && job.status !== null && (
        <RepeatItems
          key={group.repeat}
          job={job}
          status={job.status}
          only={group.repeat}
          count={group.count}
          orders={orders}
        />
      )}
      {group && <ItemList job={job} group={group} errorText={errorText} />}
    </div>
  );
}

type ItemListProps = {
  job: Job;
  group: Parameters<typeof jobItemsQuery>[1];
  errorText: (error: Error) => string;
};

function ItemList({ job, group, errorText }: ItemListProps) {
  const t = useTranslations("jobs");
  const list = useInfiniteQuery(jobItemsQuery(job, group));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.error && <Notice tone="warning">{t("itemsFailed", { reason: errorText(list.error) })}</Notice>}
      <ol className={classes.list} aria-busy={list.isFetching}>
        {items.map((item) => (
          <ItemEntry key={item.eventId} item={item} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          size="compact-xs"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("moreItems")}
        </Button>
      )}
    </>
  );
}

function ItemEntry({ item }: { item: JobItemList["items"][number] }) {
  const say = useSentence();
  const t = useTranslations("jobs");
  const format = useTranslations("format");
  const { eventId, title, outcome, writeState, message } = item;
  const problem = outcome !== "changed" || writeState === "failed" || writeState === "overtaken";
  return (
    <li data-problem={problem ? "" : undefined}>
      {title === null ? (
        <InertText mono text={eventId} />
      ) : (
        <Link href={`/events/${encodeURIComponent(eventId)}`} prefetch={false}>
          <InertText text={title} clip />
        </Link>
      )}
      <span className={classes.quiet}>
        {writeState === null ? t(`outcome.${outcome}`) : format(`writeState.${writeState}`)}
        {message && (
          <>
            {": "}
            <InertText text={say(message)} />
          </>
        )}
      </span>
    </li>
  );
}
