"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSentence } from "@/components/language/sentences";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { useLostFocus } from "@/components/ui/use-lost-focus";
import type { Job } from "@/lib/api/jobs";
import { verdictLabel } from "@/lib/format/label";
import { JobActions } from "./job-actions";
import { JobItems } from "./job-items";
import { JobProgress } from "./job-progress";
import classes from "./jobs.module.css";
import { useJobOrders } from "./use-job-orders";

const PLACES = ["[data-orders] button:enabled", "button:enabled"];

/** One bulk change: what it does, how far it is, what can be done about it, and what became of each event. */
export function JobCard({ job, unfolded: first }: { job: Job; unfolded: boolean }) {
  const t = useTranslations("jobs");
  const format = useTranslations("format");
  const say = useSentence();
  const errorText = useErrorText();
  const orders = useJobOrders(job);
  const card = useRef<HTMLLIElement>(null);
  useLostFocus(card, orders.isPending, PLACES);
  const [unfolded, setUnfolded] = useState(first);
  const { total, status, note, reason, problem, actor, createdAt } = job;
  return (
    <li ref={card} className={classes.card}>
      <h3>
        {status === null
          ? t("undoes", { count: total })
          : t("sets", { count: total, status: format(`status.${status}`) })}
      </h3>
      <p className={classes.quiet}>
        <InertText text={actor.name ?? t("somebody")} /> · <InstantText instant={createdAt} />
        {reason && ` · ${verdictLabel(reason, format)}`}
      </p>
      {note && (
        <p className={classes.note}>
          <InertText text={note} />
        </p>
      )}
      <JobProgress job={job} />
      {problem && <Notice tone="danger">{say(problem)}</Notice>}
      {orders.error && <Notice tone="danger">{t("orderFailed", { reason: errorText(orders.error) })}</Notice>}
      <div className={classes.foot}>
        <JobActions job={job} orders={orders} undoable />
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={unfolded}
          disabled={job.done === 0}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(unfolded ? "hideItems" : "showItems")}
        </Button>
      </div>
      {unfolded && job.done > 0 && <JobItems job={job} orders={orders} />}
    </li>
  );
}
