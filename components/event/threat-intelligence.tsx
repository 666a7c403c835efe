import { useTranslations } from "next-intl";
import { CopyValue } from "@/components/ui/copy-value";
import { FoldableText } from "@/components/ui/foldable-text";
import { EventSection } from "./event-section";
import classes from "./threat-intelligence.module.css";

/** Labels of the product's threat intelligence, CVE ids among them. Text, never links. */
export function ThreatIntelligence({ labels }: { labels: readonly string[] }) {
  const t = useTranslations("event");
  if (labels.length === 0) return null;
  return (
    <EventSection id="intelligence" title={t("intelligence")}>
      <ul className={classes.labels}>
        {[...new Set(labels)].map((label) => (
          <li key={label}>
            <FoldableText text={label} mono />
            <CopyValue value={label} what="value" />
          </li>
        ))}
      </ul>
    </EventSection>
  );
}
