"use client";

import { Button, Skeleton } from "@mantine/core";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { Notice } from "@/components/ui/notice";
import { TextViewer } from "@/components/ui/text-viewer";
import type { LiveFacet } from "@/lib/api/event-detail";
import { truncate } from "@/lib/format/visible-text";
import { EventSection } from "./event-section";
import classes from "./live-facets.module.css";

/** A facet's name is the cloud's; the documented ones are much shorter. */
const MAX_NAME = 80;

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
          <Facet key={facet.name} facet={facet} />
        ))}
      </div>
    </EventSection>
  );
}

function Facet({ facet }: { facet: LiveFacet }) {
  const { name, state, value } = facet;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <details className={classes.facet} open={state !== "unavailable" && text.length < 400}>
      <summary>
        <InertText text={truncate(name, MAX_NAME)} className={classes.name ?? ""} />
        <span className={classes.state} data-state={state}>
          <FacetState facet={facet} />
        </span>
      </summary>
      {value === null ? (
        <p className={classes.none}>
          {state === "unavailable" ? "No copy of it is kept." : "The cloud sent an empty value."}
        </p>
      ) : (
        <TextViewer label={`Live ${name}`} text={text} />
      )}
    </details>
  );
}

function FacetState({ facet: { state, readAt, reason } }: { facet: LiveFacet }) {
  const at = readAt && <InstantText instant={readAt} />;
  if (state === "live") return <>live, read {at}</>;
  if (state === "cached") {
    return (
      <>
        cached, read {at}
        {reason && (
          <>
            : <FoldableText text={reason} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      unavailable{at && <> since {at}</>}: <FoldableText text={reason ?? "the cloud gave no reason"} />
    </>
  );
}
