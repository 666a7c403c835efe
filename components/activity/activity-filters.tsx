"use client";

import "@/components/layout/mantine-part-styles";
import { TextInput } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useOptimistic, useTransition } from "react";
import { InertText } from "@/components/ui/inert-text";
import { useAskedFor } from "@/components/ui/use-asked-for";
import { SOURCE_IDS } from "@/lib/events/source-id";
import { STATUSES } from "@/lib/events/status";
import { ACTION_CHOICES } from "./action-choices";
import classes from "./activity.module.css";
import { ActivityTimes } from "./activity-times";
import { type ActivityView, activityHref, activitySearch, changeView } from "./activity-view";
import { ChoiceField } from "./choice-field";

type ActivityFiltersProps = { view: ActivityView; people: readonly string[] };

/** Narrows the entries; each choice is in the address at once. */
export function ActivityFilters({ view: shown, people }: ActivityFiltersProps) {
  const t = useTranslations("activity");
  const format = useTranslations("format");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const names = useId();
  const [view, setView] = useOptimistic(shown);
  const { latest, ask } = useAskedFor(shown);

  function narrow(change: ActivityView) {
    const next = changeView(latest(), change);
    if (activitySearch(next) === activitySearch(latest())) return;
    ask(next);
    startTransition(() => {
      setView(next);
      router.push(activityHref(next), { scroll: false });
    });
  }
  function narrowToPerson(form: HTMLFormElement) {
    narrow({ person: String(new FormData(form).get("person")).trim() });
  }

  const statuses = STATUSES.map((value) => ({ value, label: format(`status.${value}`) }));
  const sources = SOURCE_IDS.map((value) => ({ value, label: format(`source.${value}`) }));
  const actions = ACTION_CHOICES.map(({ group, actions }) => {
    const heading = t(`group.${group}`);
    const all = { value: actions.join(), label: t("filter.all", { group: heading }) };
    const single = actions.map((value) => ({ value, label: t(`action.${value}`) }));
    return { group: heading, items: single.length > 1 ? [all, ...single] : single };
  });
  return (
    <search className={classes.filters} aria-label={t("filter.label")} aria-busy={pending}>
      <form
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          narrowToPerson(event.currentTarget);
        }}
      >
        <TextInput
          size="xs"
          name="person"
          label={t("filter.person")}
          placeholder={t("filter.personHint")}
          list={names}
          key={view.person ?? ""}
          defaultValue={view.person}
          maxLength={200}
          onBlur={({ currentTarget: { form } }) => form && narrowToPerson(form)}
        />
        <datalist id={names}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
      <ChoiceField
        label={t("filter.action")}
        value={view.action}
        choices={actions}
        onChoose={(action) => narrow({ action })}
      />
      <ChoiceField
        label={t("filter.statusFrom")}
        value={view.statusFrom}
        choices={statuses}
        onChoose={(statusFrom) => narrow({ statusFrom })}
      />
      <ChoiceField
        label={t("filter.statusTo")}
        value={view.statusTo}
        choices={statuses}
        onChoose={(statusTo) => narrow({ statusTo })}
      />
      <ChoiceField
        label={t("filter.source")}
        value={view.source}
        choices={sources}
        onChoose={(source) => narrow({ source })}
      />
      <ActivityTimes key={`${view.from} ${view.to}`} view={view} onChoose={narrow} />
      {activitySearch(view) !== "" && (
        <Link href="/activity" prefetch={false} className={classes.clear}>
          {t("filter.clear")}
        </Link>
      )}
      {view.subject !== undefined && (
        <p className={classes.about}>
          {t.rich("filter.subject", { subject: () => <InertText mono text={view.subject ?? ""} /> })}
        </p>
      )}
    </search>
  );
}
