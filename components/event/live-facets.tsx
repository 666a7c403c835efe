"use client";

import { Button, Skeleton } from "@mantine/core";
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
  const remark = reading ? "reading from the cloud" : undefined;
  return (
    <EventSection id="live" title="Live from the cloud" remark={remark}>
      {failure !== null && (
        <Notice
          tone="warning"
          action={
            <Button variant="default" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          <InertText text={failure} /> Everything else on this page comes from the index.
        </Notice>
      )}
      {reading && facets.length === 0 && <Skeleton height={64} />}
      {!reading && failure === null && facets.length === 0 && (
        <p className={classes.none}>This product offers nothing beyond its event list.</p>
      )}
      <div className={classes.facets}>
        {facets.map((facet) => (
          <LiveFacetRow key={facet.name} facet={facet} />
        ))}
      </div>
    </EventSection>
  );
}
