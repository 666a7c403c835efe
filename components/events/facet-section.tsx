"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PlainButton } from "@/components/ui/plain-button";
import { useErrorText } from "@/components/ui/use-error-text";
import type { FacetField } from "@/lib/events/fields";
import { valueState, withOnly, withValue } from "@/lib/events/filter-edits";
import type { EventFilter } from "@/lib/events/query";
import { type FacetCount, facetRows } from "./facet-rows";
import { FacetValue } from "./facet-value";
import classes from "./facets.module.css";
import { useFacetValues } from "./use-facet-values";
import type { EditFilter } from "./use-queue-view";

/** Fields that are open at first: the short ones. */
const OPEN_AT_FIRST: readonly FacetField[] = ["severity", "status", "source", "outcome", "type"];
/** More values than these are shown on demand. */
const TOP_VALUES = 6;
/** Longer lists can be searched. */
const SEARCH_FROM = 10;

type FacetSectionProps = {
  field: FacetField;
  filter: EventFilter;
  onEdit: EditFilter;
  /** `undefined` until the counts are read. */
  values: readonly FacetCount[] | undefined;
  withActions: boolean;
};

/** One field: its most frequent values, the others on demand, a search in long lists. */
export function FacetSection({ field, filter, onEdit, values, withActions }: FacetSectionProps) {
  const narrowed = filter.fields[field] !== undefined;
  const [open, setOpen] = useState(OPEN_AT_FIRST.includes(field) || narrowed);
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState("");
  const listId = useId();
  const t = useTranslations("events.facets");
  const format = useTranslations("format");
  const errorText = useErrorText();
  const label = format(`field.${field}`);

  const found = useFacetValues({ field, filter, top: values, search, all });
  const rows = facetRows(field, found.values, filter.fields[field], format);
  const matching = rows.filter((row) => row.label.toLowerCase().includes(search.trim().toLowerCase()));
  const shown = all || search !== "" ? matching : matching.slice(0, TOP_VALUES);
  return (
    <section className={classes.section} aria-label={t("section", { field: label })}>
      <h2 className={classes.heading}>
        <PlainButton
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {label}
          {narrowed && <span className={classes.mark} title={t("narrowed")} />}
        </PlainButton>
      </h2>
      {open && (
        <div id={listId}>
          {rows.length >= SEARCH_FROM && (
            <input
              type="text"
              className={classes.search}
              aria-label={t("search", { field: label })}
              placeholder={found.complete ? t("searchCounted", { count: rows.length }) : t("searchAll")}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          <ul className={classes.values}>
            {shown.map((row) => (
              <FacetValue
                key={row.value}
                {...row}
                fieldLabel={label}
                withActions={withActions}
                state={valueState(filter, field, row.value)}
                onState={(state) => onEdit((latest) => withValue(latest, field, row.value, state))}
                onOnly={() => onEdit((latest) => withOnly(latest, field, row.value))}
              />
            ))}
          </ul>
          {!values && rows.length === 0 && <div className={classes.reading} aria-hidden="true" />}
          {found.error && (
            <p role="alert" className={classes.nothing}>
              {t("failed", { reason: errorText(found.error) })}
            </p>
          )}
          {values && shown.length === 0 && !found.error && (
            <p className={classes.nothing}>{found.reading ? t("searching") : t("none")}</p>
          )}
          {search === "" && matching.length > TOP_VALUES && (
            <PlainButton className={classes.more} onClick={() => setAll(!all)}>
              {all && t("fewer")}
              {!all && (found.complete ? t("more", { count: matching.length - TOP_VALUES }) : t("moreOf"))}
            </PlainButton>
          )}
        </div>
      )}
    </section>
  );
}
