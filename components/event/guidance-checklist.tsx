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
  const { checklist, tick, lastTickOf } = useChecklist(eventId);
  const ticks = checklist.data?.ticks ?? [];
  const steps = guidance.steps.map((text, index) => ({ text, id: guidance.stepIds[index] ?? text }));
  // Ticks of earlier versions hold the text, in the language in which it was read.
  const tickOf = ({ id, text }: (typeof steps)[number]) =>
    ticks.find(({ step }) => step === id) ?? ticks.find(({ step }) => step === text);
  // Steps that are worded otherwise now, or that the event no longer calls for.
  const known = new Set(steps.flatMap(({ id, text }) => [id, text]));
  const others = ticks.filter(({ step }) => !known.has(step));
  return (
    <EventSection id="guidance" title={t("title")} remark={<code>{guidance.code}</code>}>
      <p className={classes.title}>
        <InertText text={guidance.title} />
      </p>
      <ol className={classes.steps}>
        {steps.map((step) => {
          const done = tickOf(step);
          const name = done?.step ?? step.id;
          const last = lastTickOf(name);
          return (
            <li key={step.id}>
              <label className={classes.step}>
                <input
                  type="checkbox"
                  checked={last?.status === "pending" ? last.done : done !== undefined}
                  disabled={!mayTick || !checklist.data}
                  title={mayTick ? undefined : t("viewer")}
                  onChange={(change) => tick({ step: name, done: change.currentTarget.checked })}
                />
                <InertText text={step.text} />
              </label>
              <TickNote tick={done} />
              {last?.error && (
                <p role="alert" className={classes.failed}>
                  {t("tickFailed", { reason: errorText(last.error) })}
                </p>
              )}
            </li>
          );
        })}
        {others.map((done) => (
          <li key={done.step} className={classes.other}>
            <InertText text={t("otherWording")} /> <FoldableText text={done.step} />
            <TickNote tick={done} />
          </li>
        ))}
      </ol>
      {checklist.error && (
        <p role="alert" className={classes.failed}>
          {t("ticksMissing", { reason: errorText(checklist.error) })}
        </p>
      )}
      <p className={classes.why}>
        <InertText text={t("why", { why: guidance.why })} />
      </p>
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
