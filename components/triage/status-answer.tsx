"use client";

import { Button, CloseButton } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useSentence } from "@/components/language/sentences";
import { useErrorText } from "@/components/ui/use-error-text";
import type { StatusChangeResponse, StatusOutcome, StatusResult } from "@/lib/api/status-change";
import { isUnverified } from "@/lib/events/status";
import classes from "./status-answer.module.css";
import { StatusConflicts } from "./status-conflicts";
import type { StatusChangeState } from "./use-status-change";

const LazyRunningJob = dynamic(
  () => import("@/components/jobs/lazy-jobs").then((module) => module.LazyRunningJob),
  { ssr: false },
);

/** How long the way back is offered by a button, milliseconds. */
const UNDO_OFFERED = 8_000;

/** What became of a change of status: done, undone, in conflict, failed; and the way back. */
export function StatusAnswer({ triage }: { triage: StatusChangeState }) {
  const t = useTranslations("triage.status");
  const errorText = useErrorText();
  const { answer, error, forget, undo, change, pending } = triage;
  const undoable = answer !== null && answer.status !== null;
  const job = answer?.response.kind === "job" ? answer.response : null;
  const conflicts =
    answer?.response.kind === "applied"
      ? answer.response.results.filter(({ outcome }) => outcome === "conflict")
      : [];

  const leave = useEffectEvent(forget);
  useEffect(() => {
    // A bulk change has more to tell than can be read in that time.
    if (!answer || job || conflicts.length > 0) return;
    const timer = setTimeout(leave, UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [answer, job, conflicts.length]);
  const takeBack = () => answer && undo(answer.response.changeId);
  useShortcut("undo", takeBack, { enabled: undoable && !pending });

  if (!answer && !error) return null;
  return (
    <div className={classes.answer} data-tone={error ? "danger" : undefined}>
      <div role={error ? "alert" : "status"} className={classes.text}>
        {error ? t("undoFailed", { reason: errorText(error) }) : answer && <AnswerText {...answer} />}
      </div>
      {undoable && !error && (
        <Button variant="default" size="compact-xs" loading={pending} onClick={takeBack}>
          {t("undo")}
        </Button>
      )}
      <CloseButton size="xs" aria-label={t("dismiss")} onClick={forget} />
      {job && <LazyRunningJob jobId={job.jobId} />}
      {conflicts.length > 0 && (
        <StatusConflicts
          conflicts={conflicts}
          onKeep={forget}
          onApply={(status, events) => change({ ...answer?.why, target: { events }, status })}
        />
      )}
    </div>
  );
}

type AnswerTextProps = NonNullable<StatusChangeState["answer"]>;

function AnswerText({ status, response }: AnswerTextProps) {
  const say = useSentence();
  const t = useTranslations("triage.status");
  const format = useTranslations("format");
  if (response.kind === "job") return t("job", { count: response.total });
  const count = (outcome: StatusOutcome) => countOf(response, outcome);
  const unverified = response.results.some(({ writeState }) => isUnverified(writeState));
  const notes = [...new Set(response.results.flatMap(noteOf))].map(say);
  return [
    count("changed") > 0 &&
      (status === null
        ? t("undone", { count: count("changed") })
        : t("done", { count: count("changed"), status: format(`status.${status}`) })),
    count("unchanged") > 0 && t("unchanged", { count: count("unchanged") }),
    count("not-found") > 0 && t("notFound", { count: count("not-found") }),
    unverified && t("unverified"),
    ...notes,
  ]
    .filter((part) => part !== false)
    .join(" · ");
}

function countOf(
  response: Extract<StatusChangeResponse, { kind: "applied" }>,
  outcome: StatusOutcome,
): number {
  return response.results.filter((result) => result.outcome === outcome).length;
}

/** Why a changed event differs from what was meant; what the counts say already is left out. */
function noteOf({ outcome, message }: StatusResult): string[] {
  return outcome === "changed" && message !== null ? [message] : [];
}
