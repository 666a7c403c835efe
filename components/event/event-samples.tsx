import { useTranslations } from "next-intl";
import { FoldableText } from "@/components/ui/foldable-text";
import { TextViewer } from "@/components/ui/text-viewer";
import type { EventDetail } from "@/lib/api/event-detail";
import classes from "./event-samples.module.css";
import { EventSection } from "./event-section";
import { factLabel } from "./fact-label";

/** Requests, responses, payloads and call stacks: what the attacker sent, as text. */
export function EventSamples({ samples }: { samples: EventDetail["samples"] }) {
  const t = useTranslations("event");
  if (samples.length === 0) return null;
  return (
    <EventSection id="evidence" title={t("evidence")} remark={samples.length}>
      <div className={classes.samples}>
        {samples.map(({ kind, label: given, text, highlight, masked }, index) => {
          const repeated = samples.findIndex((sample) => sample.label === given) !== index;
          const label = factLabel(given, t);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: samples have no identity of their own
            <div key={`${kind} ${index}`}>
              <h3 className={classes.label}>
                <FoldableText text={label} />
              </h3>
              <TextViewer
                label={repeated ? `${label} ${index + 1}` : label}
                text={text}
                highlight={highlight}
                masked={masked}
              />
            </div>
          );
        })}
      </div>
    </EventSection>
  );
}
