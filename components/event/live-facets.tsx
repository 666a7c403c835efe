"use client";

import { Button, Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { Notice } from "@/components/ui/notice";
import type { LiveFacet } from "@/lib/api/event-detail";
import { EventSection } from "./event-section";
import { LiveFacetRow } from "./live-facet-row";
import classes from "./live-facets.module.css";

type LiveFacetsProps = {
  facets: readonly LiveFacet[];
  /** The read from the cloud is under way. */
  reading: boolean;
  /** Why nothing could be read at all; null otherwise. */
  failure: string | null;
  onRetry: () => void;
};

/** What the cloud says about the event right now, facet by facet, each with its age or the reason it is missing. */
export function LiveFacets({ facets, reading, failure, onRetry }: LiveFacetsProps) {
  const t = useTranslations("event.live");
  const common = useTranslations("ui");
  const remark = reading ? t("reading") : undefined;
  return (
    <EventSection id="live" title={t("title")} remark={remark}>
      {failure !== null && (
        <Notice
          tone="warning"
          action={
            <Button variant="default" onClick={onRetry}>
              {common("retry")}
            </Button>
          }
        >
          <InertText text={failure} /> {t("rest")}
        </Notice>
      )}
      {reading && facets.length === 0 && <Skeleton height={64} />}
      {!reading && failure === null && facets.length === 0 && <p className={classes.none}>{t("none")}</p>}
      <div className={classes.facets}>
        {facets.map((facet) => (
          <LiveFacetRow key={facet.name} facet={facet} />
        ))}
      </div>
    </EventSection>
  );
}
