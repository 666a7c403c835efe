"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { EventHistory, LiveFacet, Sample } from "@/lib/api/event-detail";
import { MASK } from "@/lib/events/mask";
import { AttackCounts } from "./attack-counts";
import { AttackersTable } from "./attackers-table";
import classes from "./event-content.module.css";
import { EventNotes } from "./event-notes";
import { EventSamples } from "./event-samples";
import { EventTarget } from "./event-target";
import { EventWork } from "./event-work";
import { GuidanceChecklist } from "./guidance-checklist";
import { LiveFacets } from "./live-facets";
import { MaskedNotice } from "./masked-notice";
import { RawRecord } from "./raw-record";
import { RelatedEvents } from "./related-events";
import { SectionLinks } from "./section-links";
import type { ShownEvent } from "./shown-event";
import { StatusHistory } from "./status-history";
import { ThreatIntelligence } from "./threat-intelligence";
import { useReveal } from "./use-reveal";
import { WhatHappened } from "./what-happened";

type EventContentProps = {
  record: ShownEvent;
  /** The upstream record exactly as it came; null where it could not be read. */
  rawText: string | null;
  live: { reading: boolean; failure: string | null; onRetry: () => void };
  history: Pick<UseQueryResult<EventHistory>, "data" | "error" | "isPending" | "refetch">;
  besideList?: boolean;
  /** Answers to the keys of the statuses; beside the list, the queue does if the event is one of its rows. */
  withKeys?: boolean;
};

/** Whether anything of an event has secrets taken out of it. */
function isMasked(samples: readonly Sample[], facets: readonly LiveFacet[], rawText: string | null): boolean {
  return (
    samples.some(({ masked }) => masked) || rawText?.includes(MASK) || JSON.stringify(facets).includes(MASK)
  );
}

/**
 * Everything about one event, in one or two columns according to the room it is given. Give it the event's id
 * as its key: what was revealed of one event must not stay for the next.
 */
export function EventContent({
  record,
  rawText,
  live,
  history,
  besideList = false,
  withKeys = true,
}: EventContentProps) {
  const { event, detail, guidance } = record;
  const reveal = useReveal(event.id);
  const shown = reveal.data ?? { samples: detail.samples, live: detail.live, rawText };
  const masked = isMasked(detail.samples, detail.live, rawText);
  // Beside the list, what to do is on the screen before everything below it is rendered.
  const whole = useDeferredValue(true, !besideList);
  return (
    <div className={classes.columns}>
      <SectionLinks
        present={{ intelligence: detail.intelligence.length > 0, evidence: detail.samples.length > 0 }}
      />
      <div className={classes.guide}>
        <GuidanceChecklist eventId={event.id} guidance={guidance} />
      </div>
      <div className={classes.work}>
        <EventWork event={event} history={history.data} withKeys={withKeys} />
      </div>
      <div className={classes.lead}>
        <WhatHappened event={event} facts={detail.facts} />
        {whole && <AttackCounts event={event} attackCounts={detail.attackCounts} />}
      </div>
      {whole && (
        <>
          <div className={classes.side}>
            <EventTarget target={event.target} />
            <ThreatIntelligence labels={detail.intelligence} />
            <EventNotes eventId={event.id} />
            <StatusHistory eventId={event.id} history={history} />
          </div>
          <div className={classes.rest}>
            <AttackersTable attackers={detail.attackers} />
            <RelatedEvents eventId={event.id} />
            {masked && <MaskedNotice reveal={reveal} />}
            <EventSamples samples={shown.samples} />
            <LiveFacets facets={shown.live} {...live} />
            <RawRecord text={shown.rawText} />
          </div>
        </>
      )}
    </div>
  );
}
