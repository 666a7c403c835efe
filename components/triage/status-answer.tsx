"use client";

import { Button, CloseButton } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useSentence } from "@/components/language/sentences";
import { orNothing } from "@/components/ui/load-part";
import { useErrorText } from "@/components/ui/use-error-text";
import type { StatusChangeResponse, StatusOutcome, StatusResult } from "@/lib/api/status-change";
import { isUnverified } from "@/lib/events/status";
import classes from "./status-answer.module.css";
import { StatusConflicts } from "./status-conflicts";
import { useNewestUndoable } from "./undoable-changes";
import type { StatusChangeState } from "./use-status-change";

const LazyRunningJob = dynamic(
  orNothing(() => import("@/components/jobs/lazy-jobs").then((module) => module.LazyRunningJob)),
  { ssr: false },
);

/** How long the way back is offered by a button, milliseconds. */
const UNDO_OFFERED = 8_000;

/** What became of changes of status: done, undone, in conflict, failed; and the way back. */
export function StatusAnswer({ triage }: { triage: StatusChangeState }) {
  const t = useTranslations("triage.status");
  const { answer, conflicts, failures, forget, undoNewest, change, pending } = triage;
  const undoable = useNewestUndoable();
  const job = answer?.response.kind === "job" ? answer.response : null;
  const failed = failures.length > 0;
  const stays = job !== null || failed || conflicts.length > 0;

  const leave = useEffectEvent(forget);
  useEffect(() => {
    // A bulk change has more to tell than can be read in that time, and what was not done is not to be missed.
    if (!answer || stays) return;
    const timer = setTimeout(leave, UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [answer, stays]);

  if (!answer && !stays) return null;
  return (
    <div className={classes.answer} data-tone={failed ? "danger" : undefined}>
      {failed && <Failures triage={triage} />}
      {answer && (
        <div role="status" className={classes.text}>
          <AnswerText {...answer} />
        </div>
      )}
      {undoable && answer && (
        <Button variant="default" size="compact-xs" loading={pending} onClick={undoNewest}>
          {t(undoable.changeId === answer.response.changeId ? "undo" : "undoBefore")}
        </Button>
      )}
      <CloseButton size="xs" aria-label={t("dismiss")} onClick={forget} />
      {job && <LazyRunningJob jobId={job.jobId} />}
      {conflicts.length > 0 && (
        <StatusConflicts conflicts={conflicts} onKeep={triage.keepTheirs} onApply={change} />
      )}
    </div>
  );
}

/** What was not done, however many changes were answered since; nothing of it has to be typed again. */
function Failures({ triage: { failures, tryAgain, pending } }: { triage: StatusChangeState }) {
  const t = useTranslations("triage.status");
  const common = useTranslations("ui");
  const errorText = useErrorText();
  const reasons = [...new Set(failures.map(({ error }) => errorText(error)))].join(" ");
  return (
    <>
      <div role="alert" className={classes.text}>
        {t("undoFailed", { count: failures.length, reason: reasons })}
      </div>
      {failures.some(({ order }) => order !== null) && (
        <Button variant="default" size="compact-xs" loading={pending} onClick={tryAgain}>
          {common("retry")}
        </Button>
      )}
    </>
  );
}

type AnswerTextProps = NonNullable<StatusChangeState["answer"]>;

function AnswerText({ status, response }: AnswerTextProps) {
  const say = useSentence();
  const t = useTranslations("triage.status");
  const format = useTranslations("format");
  if (response.kind === "job") {
    return status === null
      ? t("jobUndone", { count: response.total })
      : t("job", { count: response.total, status: format(`status.${status}`) });
  }
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
