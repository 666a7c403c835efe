"use client";

import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useSentence } from "@/components/language/sentences";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { TextViewer } from "@/components/ui/text-viewer";
import { ApiError } from "@/lib/api/fetch-json";
import classes from "./explorer-page.module.css";
import { indentJson } from "./indent-json";
import type { CloudAnswer } from "./use-cloud-call";

type ExplorerAnswerProps = { call: Pick<UseQueryResult<CloudAnswer>, "data" | "error" | "isFetching"> };

/** The cloud's answer to a live call, or why there is none. */
export function ExplorerAnswer({ call: { data, error, isFetching } }: ExplorerAnswerProps) {
  const t = useTranslations("sources.explorer");
  if (isFetching) return <Skeleton height={160} aria-label={t("waiting")} />;
  if (error) return <CallFailure error={error} />;
  if (!data) return <p className={classes.quiet}>{t("hint")}</p>;
  return <AnswerBody answer={data} />;
}

function AnswerBody({ answer }: { answer: CloudAnswer }) {
  const t = useTranslations("sources.explorer");
  const [indented, setIndented] = useState(true);
  const pretty = useMemo(() => indentJson(answer.body), [answer.body]);
  return (
    <div className={classes.answer}>
      <p className={classes.facts} role="status">
        <strong>HTTP {answer.status}</strong>
        <span>{t.rich("readLive", { at: () => <InstantText instant={answer.receivedAt} /> })}</span>
        {answer.requestId && (
          <span>{t.rich("request", { id: () => <InertText text={answer.requestId ?? ""} mono /> })}</span>
        )}
      </p>
      <TextViewer whole label={t("cloudAnswer")} text={indented && pretty !== null ? pretty : answer.body}>
        <label className={classes.toggle}>
          <input
            type="checkbox"
            checked={indented && pretty !== null}
            disabled={pretty === null}
            onChange={(change) => setIndented(change.currentTarget.checked)}
          />
          {t("indented")}
        </label>
      </TextViewer>
    </div>
  );
}

function CallFailure({ error }: { error: Error }) {
  const say = useSentence();
  const t = useTranslations("sources.explorer");
  const common = useTranslations("ui.problem");
  const problem = error instanceof ApiError ? error.problem : null;
  const facts = [
    [t("cloudCode"), problem?.cloud?.code],
    [t("cloudMessage"), problem?.cloud?.message && say(problem.cloud.message)],
    [t("cloudStatus"), problem?.cloud?.httpStatus],
    [t("cloudRequest"), problem?.cloud?.requestId],
    [t("ourRequest"), problem?.requestId],
  ] as const;
  return (
    <Notice tone="danger">
      <strong>{problem ? `${problem.status} ${common(problem.code)}` : t("failed")}</strong>
      <div>
        <InertText text={say(error.message)} />
      </div>
      <dl className={classes.problem}>
        {facts.map(([label, value]) =>
          value === null || value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <InertText text={String(value)} mono />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Notice>
  );
}
