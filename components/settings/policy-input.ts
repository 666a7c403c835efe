import { NOTE_POLICIES, REASON_POLICIES } from "@/lib/api/policy";
import type { ChangeSettings } from "@/lib/api/settings";
import { findLanguage } from "@/lib/events/language";

export type PolicyInput = {
  readonly policy: NonNullable<ChangeSettings["policy"]>;
  /** Null keeps events for ever; NaN where something was typed that is no number. */
  readonly retentionDays: number | null;
  readonly defaults: NonNullable<ChangeSettings["defaults"]>;
};

function choiceIn<Value extends string>(
  form: FormData,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  return values.find((value) => value === form.get(name)) ?? values[0];
}

/** What the policy's form holds. */
export function policyIn(form: FormData): PolicyInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const days = text("retentionDays");
  return {
    policy: {
      requireNote: choiceIn(form, "requireNote", NOTE_POLICIES),
      requireReason: choiceIn(form, "requireReason", REASON_POLICIES),
    },
    retentionDays: days === "" ? null : /^\d+$/.test(days) ? Number(days) : Number.NaN,
    defaults: {
      timeZone: text("timeZone"),
      language: findLanguage(text("language")),
    },
  };
}

/** Whether events are removed that were kept before. */
export function removesMore(days: number | null, before: number | null): boolean {
  return days !== null && (before === null || days < before);
}
