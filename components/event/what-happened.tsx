import { useTranslations } from "next-intl";
import { CopyValue } from "@/components/ui/copy-value";
import { FoldableText } from "@/components/ui/foldable-text";
import type { EventDetail } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import { FACT_LABELS } from "@/lib/events/fact";
import { typeLabel } from "@/lib/format/label";
import { EventFacts } from "./event-facts";
import { EventSection } from "./event-section";
import { factLabel } from "./fact-label";
import { FactText } from "./fact-text";
import { ValueWays } from "./value-ways";
import classes from "./what-happened.module.css";

/** Facts that name a rule, an address, a machine: people take them elsewhere. */
const IDENTIFYING: readonly string[] = [
  FACT_LABELS.rule,
  FACT_LABELS.innerHosts,
  "Destination address",
  "Private resources",
  "Probe",
  "Request URL",
  "Source address",
];

type WhatHappenedProps = { event: SecurityEvent; facts: EventDetail["facts"] };

/** The product's own words and facts, and every value that it does not document. */
export function WhatHappened({ event, facts }: WhatHappenedProps) {
  const t = useTranslations("event.happened");
  const words = useTranslations("event");
  const format = useTranslations("format");
  const type = typeLabel(event.type, format);
  return (
    <EventSection id="what-happened" title={t("title")}>
      {event.description && (
        <p className={classes.description}>
          <FoldableText text={event.description} />
        </p>
      )}
      <EventFacts
        facts={[
          { label: t("type"), value: type, ways: <ValueWays field="type" value={event.type} label={type} /> },
          ...facts.map((fact) => ({
            label: factLabel(fact.label, words),
            value: fact.value,
            shown: <FactText {...fact} />,
            ways: IDENTIFYING.includes(fact.label) && <CopyValue value={fact.value} what="value" />,
          })),
        ]}
      />
      {event.unmapped.length > 0 && (
        <div className={classes.unmapped}>
          <p>{t("unmapped")}</p>
          <EventFacts mono facts={event.unmapped.map(({ field, value }) => ({ label: field, value }))} />
        </div>
      )}
    </EventSection>
  );
}
