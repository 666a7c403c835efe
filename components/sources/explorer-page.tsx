"use client";

import { Button } from "@mantine/core";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { useSentence } from "@/components/language/sentences";
import { BackLink } from "@/components/ui/back-link";
import { InertText } from "@/components/ui/inert-text";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { ApiError } from "@/lib/api/fetch-json";
import type { Explorer } from "@/lib/api/operation-form";
import { ExplorerAnswer } from "./explorer-answer";
import classes from "./explorer-page.module.css";
import { explorerSearch, formValues, initialValue, parseExplorerState } from "./explorer-state";
import { ParameterField } from "./parameter-field";
import { useCloudCall } from "./use-cloud-call";

type ExplorerPageProps = {
  explorer: Explorer;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

// The address changes without a trip to the server: all that the page needs of it is here already.
const showAddress = (search: string) => window.history.pushState(null, "", search);

/** Calls a read operation of a connection live. The operation and its parameters are in the URL. */
export function ExplorerPage({ explorer: { connection, operations }, renderedAt }: ExplorerPageProps) {
  const t = useTranslations("sources.explorer");
  const format = useTranslations("format.product");
  const language = useLocale();
  const params = useSearchParams();
  const { operation, values, sent } = parseExplorerState(params, operations);
  const call = useCloudCall(connection.id, sent && operation ? operation.name : null, values);
  const selectId = useId();
  const answer = useRef<HTMLElement>(null);
  const answeredAt = Math.max(call.dataUpdatedAt, call.errorUpdatedAt);
  // On a narrow screen the answer stands below a long form.
  useEffect(() => {
    if (answeredAt > 0) answer.current?.scrollIntoView({ block: "nearest" });
  }, [answeredAt]);
  const problems = call.error instanceof ApiError ? (call.error.problem?.errors ?? []) : [];
  const say = useSentence();
  const problemOf = (name: string) => {
    const problem = problems.find(({ field }) => field === name);
    return problem ? say(problem.message) : null;
  };
  const now = new Date(renderedAt);

  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    if (!operation) return;
    const search = explorerSearch(
      operation.name,
      formValues(new FormData(submit.currentTarget), operation.parameters),
    );
    if (search === window.location.search) call.refetch();
    else showAddress(search);
  };

  const showOperation = (name: string) => showAddress(explorerSearch(name, null));
  const select = useRef<HTMLSelectElement>(null);
  useEarlyInput(select, ({ value }) => value !== (operation?.name ?? "") && showOperation(value));

  return (
    <div className={classes.page}>
      <BackLink href="/sources">{t("back")}</BackLink>
      <div className={classes.heading}>
        <h1>{t("title")}</h1>
        <span className={classes.quiet}>
          <InertText text={connection.name} /> · {format(connection.product)} · {connection.region}
        </span>
      </div>
      <div className={classes.columns}>
        <form onSubmit={send} className={classes.form}>
          <label htmlFor={selectId}>{t("operation")}</label>
          <select
            ref={select}
            id={selectId}
            className={classes.select}
            autoComplete="off"
            value={operation?.name ?? ""}
            onChange={(change) => showOperation(change.currentTarget.value)}
          >
            {operations.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          {operation?.permission && (
            <p className={classes.quiet}>
              {t.rich("permission", { code: () => <code>{operation.permission}</code> })}
            </p>
          )}
          {operation?.parameters.length === 0 && <p className={classes.quiet}>{t("noParameters")}</p>}
          {/* A new address brings new initial values. */}
          <div className={classes.fields} key={`${operation?.name} ${values}`}>
            {operation?.parameters.map((parameter) => (
              <ParameterField
                key={parameter.name}
                parameter={parameter}
                initial={initialValue(parameter, values, { now, language })}
                problem={problemOf(parameter.name)}
              />
            ))}
          </div>
          <Button type="submit" loading={call.isFetching} disabled={!operation}>
            {t("send")}
          </Button>
        </form>
        <section ref={answer} aria-label={t("answer")} className={classes.result}>
          <ExplorerAnswer call={call} />
        </section>
      </div>
    </div>
  );
}
