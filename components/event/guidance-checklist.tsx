"use client";

import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Checklist } from "@/lib/api/event-work";
import type { Guidance } from "@/lib/events/guidance";
import { EventSection } from "./event-section";
import classes from "./guidance-checklist.module.css";
import { useChecklist } from "./use-checklist";

type GuidanceChecklistProps = { eventId: string; guidance: Guidance };

/** What to do about the event: the first thing to read; what is done is ticked, for everybody to see. */
export function GuidanceChecklist({ eventId, guidance }: GuidanceChecklistProps) {
  const t = useTranslations("event.guidance");
  const errorText = useErrorText();
  const mayTick = useMayWork();
  const { checklist, tick } = useChecklist(eventId);
  const ticks = checklist.data?.ticks ?? [];
  // Steps that are worded otherwise now, or were ticked in another language.
  const others = ticks.filter(({ step }) => !guidance.steps.includes(step));
  const failure = tick.error ?? checklist.error;
  const shown = (step: string) =>
    tick.isPending && tick.variables.step === step
      ? tick.variables.done
      : ticks.some((done) => done.step === step);
  return (
    <EventSection id="guidance" title={t("title")} remark={<code>{guidance.code}</code>}>
      <p className={classes.title}>{guidance.title}</p>
      <ol className={classes.steps}>
        {guidance.steps.map((step) => (
          <li key={step}>
            <label className={classes.step}>
              <input
                type="checkbox"
                checked={shown(step)}
                disabled={!mayTick || !checklist.data}
                title={mayTick ? undefined : t("viewer")}
                onChange={(change) => tick.mutate({ step, done: change.currentTarget.checked })}
              />
              <span>{step}</span>
            </label>
            <TickNote tick={ticks.find((done) => done.step === step)} />
          </li>
        ))}
        {others.map((done) => (
          <li key={done.step} className={classes.other}>
            <InertText text={t("otherWording")} /> <FoldableText text={done.step} />
            <TickNote tick={done} />
          </li>
        ))}
      </ol>
      {failure && (
        <p role="alert" className={classes.failed}>
          {t(tick.error ? "tickFailed" : "ticksMissing", { reason: errorText(failure) })}
        </p>
      )}
      <p className={classes.why}>{t("why", { why: guidance.why })}</p>
    </EventSection>
  );
}

function TickNote({ tick }: { tick: Checklist["ticks"][number] | undefined }) {
  const t = useTranslations("event.guidance");
  if (!tick) return null;
  const who = () => <InertText text={tick.by.name ?? tick.by.id ?? ""} />;
  return (
    <div className={classes.tick}>{t.rich("done", { who, at: () => <InstantText instant={tick.at} /> })}</div>
  );
}
