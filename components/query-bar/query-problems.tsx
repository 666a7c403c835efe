"use client";

import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { PlainButton } from "@/components/ui/plain-button";
import { MAX_TEXT, MAX_VALUES } from "@/lib/events/query";
import type { QueryTextProblem } from "@/lib/events/query-text/query-text-problem";
import { LONGEST_TEXT } from "@/lib/events/query-text/read-terms";
import { truncate } from "@/lib/format/visible-text";
import classes from "./query-bar.module.css";

/** Enough of a mistake to recognise it. */
const LONGEST_SUBJECT = 60;

/** What the sentences about lengths name. */
const LIMITS = { values: MAX_VALUES, words: MAX_TEXT, text: LONGEST_TEXT };

type QueryProblemsProps = {
  problems: readonly QueryTextProblem[];
  /** Puts the better text in place of the wrong one. */
  onMend: (problem: QueryTextProblem, replacement: string) => void;
};

/** What is wrong with the query, at which character, and the way to mend it. */
export function QueryProblems({ problems, onMend }: QueryProblemsProps) {
  const t = useTranslations("query-bar");
  return (
    <ul className={classes.problems} aria-live="polite">
      {problems.map((problem) => (
        <li key={`${problem.start} ${problem.code}`}>
          <span className={classes.place}>{t("place", { place: problem.start + 1 })}</span>{" "}
          <InertText
            text={t(`problems.${problem.code}`, {
              ...LIMITS,
              subject: truncate(problem.subject, LONGEST_SUBJECT),
            })}
          />{" "}
          {problem.replacement !== null && (
            <PlainButton className={classes.mend} onClick={() => onMend(problem, problem.replacement ?? "")}>
              {t("mend", { text: problem.replacement.trim() })}
            </PlainButton>
          )}
        </li>
      ))}
    </ul>
  );
}
