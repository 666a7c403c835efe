import { useTranslations } from "next-intl";
import type { Guidance } from "@/lib/events/guidance";
import { EventSection } from "./event-section";
import classes from "./guidance-checklist.module.css";

/** What to do about the event: the first thing to read. */
export function GuidanceChecklist({ guidance }: { guidance: Guidance }) {
  const t = useTranslations("event.guidance");
  return (
    <EventSection id="guidance" title={t("title")} remark={<code>{guidance.code}</code>}>
      <p className={classes.title}>{guidance.title}</p>
      <ol className={classes.steps}>
        {guidance.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={classes.why}>{t("why", { why: guidance.why })}</p>
    </EventSection>
  );
}
