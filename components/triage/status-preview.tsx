"use client";

import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { sendJson } from "@/lib/api/send-json";
import { type StatusPreview as Preview, statusPreviewSchema } from "@/lib/api/status-change";
import type { Status } from "@/lib/events/status";
import classes from "./status-preview.module.css";
import type { StatusTarget } from "./use-status-change";

/** More examples are counted, not listed. */
const EXAMPLES = 5;

/** What a bulk change would do now. `null` asks nothing. */
export function useStatusPreview(target: StatusTarget | null, status: Status) {
  return useQuery({
    queryKey: ["status-preview", target, status],
    queryFn: () => sendJson("POST", "/api/events/status/preview", statusPreviewSchema, { ...target, status }),
    enabled: target !== null,
    // Whatever was true a moment ago may not be any more.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** What exactly will change and what will not, each with the reason, before anything does. */
export function StatusPreview({ preview }: { preview: ReturnType<typeof useStatusPreview> }) {
  const t = useTranslations("triage.preview");
  const errorText = useErrorText();
  const { data, error, isFetching } = preview;
  return (
    <section className={classes.preview} aria-label={t("title")} aria-busy={isFetching}>
      {error && <Notice tone="danger">{t("failed", { reason: errorText(error) })}</Notice>}
      {!data && !error && <Skeleton height={72} />}
      {data && (
        <>
          <p role="status">
            <strong>{t("will", { count: data.willChange })}</strong>{" "}
            {data.willNotChange > 0 && t("willNot", { count: data.willNotChange })}
          </p>
          <ul>
            {data.groups.map((group) => (
              <PreviewGroup key={group.group} group={group} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PreviewGroup({ group: { group, changes, count, examples } }: { group: Preview["groups"][number] }) {
  const t = useTranslations("triage.preview");
  return (
    <li data-changes={changes ? "" : undefined}>
      {t(`group.${group}`, { count })}
      {!changes && (
        <details>
          <summary>{t("examples", { count: Math.min(EXAMPLES, examples.length) })}</summary>
          {examples.slice(0, EXAMPLES).map((id) => (
            <Link key={id} href={`/events/${encodeURIComponent(id)}`} prefetch={false} target="_blank">
              {id}
            </Link>
          ))}
        </details>
      )}
    </li>
  );
}
