"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { useIdle } from "@/components/ui/use-idle";
import { FACET_FIELDS } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import { FacetSection } from "./facet-section";
import classes from "./facets.module.css";
import { facetsQuery } from "./queue-queries";
import type { EditFilter } from "./use-queue-view";

type FacetSidebarProps = {
  filter: EventFilter;
  onEdit: EditFilter;
  /** The rows are there: the counts wait for them, because people wait for the rows. */
  ready: boolean;
};

/** Every field that can be narrowed, with how many events each of its values has. */
export const FacetSidebar = memo(function FacetSidebar({ filter, onEdit, ready }: FacetSidebarProps) {
  const t = useTranslations("events.facets");
  const errorText = useErrorText();
  const idle = useIdle();
  const { data, error } = useQuery({ ...facetsQuery({ filter }), enabled: ready });
  return (
    <div className={classes.sidebar}>
      {error && !data && <Notice tone="danger">{t("failed", { reason: errorText(error) })}</Notice>}
      {FACET_FIELDS.map((field) => (
        <FacetSection
          key={field}
          field={field}
          filter={filter}
          onEdit={onEdit}
          values={data?.facets[field]}
          withActions={idle}
        />
      ))}
    </div>
  );
});
