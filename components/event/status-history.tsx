"use client";

import { Button, Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import type { EventHistory } from "@/lib/api/event-detail";
import { statusLabel } from "@/lib/format/label";
import { EventSection } from "./event-section";
import { HistoryEntry } from "./history-entry";
import { StatusAsOf } from "./status-as-of";
import classes from "./status-history.module.css";

type StatusHistoryProps = {
  eventId: string;
  history: Pick<UseQueryResult<EventHistory>, "data" | "error" | "isPending" | "refetch">;
};

/** Who changed the status, when, from what to what and why; says plainly what is missing. */
export function StatusHistory({ eventId, history }: StatusHistoryProps) {
  const { data, error, isPending, refetch } = history;
  const t = useTranslations("event.history");
  const common = useTranslations("ui");
  const errorText = useErrorText();
  return (
    <EventSection id="history" title={t("title")} remark={data?.items.length || undefined}>
      {error && (
        <Notice
          tone="warning"
          action={
            <Button variant="default" onClick={() => refetch()}>
              {common("retry")}
            </Button>
          }
        >
          <FoldableText text={errorText(error)} />
        </Notice>
      )}
      {isPending && <Skeleton height={48} />}
      {data && <CloudPart cloud={data.cloud} />}
      {data?.difference && <Difference difference={data.difference} />}
      {data?.items.length === 0 && <p className={classes.none}>{t("none")}</p>}
      {data && data.items.length > 0 && (
        <ol className={classes.entries}>
          {data.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cloud's records have no id
            <HistoryEntry key={`${item.at} ${index}`} item={item} newest={index === 0} />
          ))}
        </ol>
      )}
      <StatusAsOf eventId={eventId} />
    </EventSection>
  );
}

/** Both statuses, side by side: neither hides the other. */
function Difference({ difference }: { difference: NonNullable<EventHistory["difference"]> }) {
  const t = useTranslations("event.history");
  const say = useSentence();
  const format = useTranslations("format");
  const { ours, cloud, message } = difference;
  const status = (value: string) => () => (
    <strong>
      <FoldableText text={statusLabel(value, format)} />
    </strong>
  );
  return (
    <Notice tone="warning">
      {t.rich("difference", { ours: status(ours), cloud: status(cloud) })}{" "}
      <FoldableText text={say(message)} />
    </Notice>
  );
}

function CloudPart({ cloud: { state, readAt, reason: given } }: { cloud: EventHistory["cloud"] }) {
  const t = useTranslations("event.history");
  const say = useSentence();
  const reason = given && say(given);
  const at = () => readAt && <InstantText instant={readAt} />;
  if (state === "unavailable") {
    return (
      <Notice tone="warning">
        {t.rich("missing", { reason: () => <FoldableText text={reason ?? t("noAnswer")} /> })}
        {readAt && <> {t.rich("lastRead", { at })}</>}
      </Notice>
    );
  }
  return (
    <p className={classes.cloud}>
      {state === "none" && t("local")}
      {state === "live" && t.rich("live", { at })}
      {state === "cached" && t.rich("cached", { at })}
      {state === "cached" && reason && <FoldableText text={` ${reason}`} />}
    </p>
  );
}
