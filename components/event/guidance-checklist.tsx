import type { Guidance } from "@/lib/events/guidance";
import { EventSection } from "./event-section";
import classes from "./guidance-checklist.module.css";

/** What to do about the event: the first thing to read. */
export function GuidanceChecklist({ guidance }: { guidance: Guidance }) {
  return (
    <EventSection id="guidance" title="What to do" remark={<code>{guidance.code}</code>}>
      <p className={classes.title}>{guidance.title}</p>
      <ol className={classes.steps}>
        {guidance.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={classes.why}>Why: {guidance.why}</p>
    </EventSection>
  );
}
