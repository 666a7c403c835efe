import type { UseQueryResult } from "@tanstack/react-query";
import type { EventHistory } from "@/lib/api/event-detail";
import { AttackCounts } from "./attack-counts";
import { AttackersTable } from "./attackers-table";
import classes from "./event-content.module.css";
import { EventSamples } from "./event-samples";
import { EventTarget } from "./event-target";
import { GuidanceChecklist } from "./guidance-checklist";
import { LiveFacets } from "./live-facets";
import { RawRecord } from "./raw-record";
import type { ShownEvent } from "./shown-event";
import { StatusHistory } from "./status-history";
import { ThreatIntelligence } from "./threat-intelligence";
import { WhatHappened } from "./what-happened";

type EventContentProps = {
  record: ShownEvent;
  /** The upstream record exactly as it came. */
  rawText: string;
  live: { reading: boolean; failure: string | null; onRetry: () => void };
  history: Pick<UseQueryResult<EventHistory>, "data" | "error" | "isPending" | "refetch">;
};

/** Everything about one event, in one or two columns according to the room it is given. */
export function EventContent({ record, rawText, live, history }: EventContentProps) {
  const { event, detail, guidance } = record;
  return (
    <div className={classes.columns}>
      <div className={classes.lead}>
        <GuidanceChecklist guidance={guidance} />
        <WhatHappened event={event} facts={detail.facts} />
        <AttackCounts event={event} attackCounts={detail.attackCounts} />
      </div>
      <div className={classes.side}>
        <EventTarget target={event.target} />
        <ThreatIntelligence labels={detail.intelligence} />
        <StatusHistory history={history} />
      </div>
      <div className={classes.rest}>
        <AttackersTable attackers={detail.attackers} />
        <EventSamples samples={detail.samples} />
        <LiveFacets facets={detail.live} {...live} />
        <RawRecord text={rawText} />
      </div>
    </div>
  );
}
