"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { valuesQuery } from "@/components/events/queue-queries";
import { valueLabel } from "@/components/events/value-label";
import { MAX_TOP } from "@/lib/api/facet-limits";
import { FIELDS, type FieldId } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import type { QueryCompletion } from "@/lib/events/query-text/complete-query-text";
import { formatQueryValue } from "@/lib/events/query-text/format-query-text";

/** Suggestions shown at once. */
const MOST = 12;
/** Letters typed faster than this make one question, milliseconds. */
const TYPING_PAUSE = 120;

export type ShownSuggestion = {
  /** What is put in. */
  insert: string;
  label: string;
  /** What it means, or how often it occurs. */
  note: string | null;
  /** A value completes a term; a name waits for one. */
  completes: boolean;
};

const NO_QUESTION = { field: "severity", search: "" } as const;

/** What can be written at the caret: names and known words at once, values as the index has them. */
export function useQuerySuggestions(
  completion: QueryCompletion,
  filter: EventFilter,
  open: boolean,
): readonly ShownSuggestion[] {
  const t = useTranslations("query-bar");
  const format = useTranslations("format");
  const { field, search } = useDebouncedValue(completion.ask ?? NO_QUESTION, TYPING_PAUSE)[0];
  const asked = open && completion.ask?.field === field;
  // The server knows the codes of types, and not the words that people know them by.
  const wanted = field === "type" ? { search: "", top: MAX_TOP } : { search, top: MOST };
  const { data } = useQuery({ ...valuesQuery(filter, { field, ...wanted }), enabled: asked });

  if (completion.ask) {
    const values = asked ? (data?.facets[completion.ask.field] ?? []) : [];
    return values
      .map(({ value, count }) => ({ value, count, label: valueLabel(field, value, format) }))
      .filter(({ value, label }) => field !== "type" || holds(value, search) || holds(label, search))
      .slice(0, MOST)
      .map(({ value, count, label }) => ({
        insert: formatQueryValue(field, value),
        label: value,
        note: label === value ? t("count", { count }) : `${label}, ${t("count", { count })}`,
        completes: true,
      }));
  }
  return completion.suggestions.slice(0, MOST).map(({ kind, value, insert }) => ({
    insert,
    label: insert,
    note: kind === "name" ? nameNote(value) : null,
    completes: kind !== "name",
  }));

  function nameNote(name: string): string {
    if (name === "from" || name === "to") return t(name);
    return isFieldId(name) ? format(`field.${name}`) : valueLabel("type", name, format);
  }
}

const holds = (text: string, search: string) => text.toLowerCase().includes(search.toLowerCase());

const isFieldId = (name: string): name is FieldId => name in FIELDS;
