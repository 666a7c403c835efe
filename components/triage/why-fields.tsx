"use client";

import "@/components/layout/mantine-part-styles";
import { NativeSelect, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { takeTyping } from "@/components/keyboard/early-typing";
import { LONGEST_STATUS_NOTE } from "@/lib/api/status-change";
import { verdictSchema } from "@/lib/events/value-schemas";
import { VERDICTS, type Verdict } from "@/lib/events/verdict";

type WhyFieldsProps = {
  /** Only what closes an event has a reason. */
  closing: boolean;
  required: { readonly note: boolean; readonly reason: boolean };
  reason: Verdict | null;
  onReason: (reason: Verdict | null) => void;
  note: string;
  onNote: (note: string) => void;
};

/** Why a status is set: the reason, and a note. */
export function WhyFields({ closing, required, reason, onReason, note, onNote }: WhyFieldsProps) {
  const t = useTranslations("triage.form");
  const format = useTranslations("format");
  return (
    <>
      {closing && (
        <NativeSelect
          label={t("reason")}
          required={required.reason}
          value={reason ?? ""}
          onChange={(change) => onReason(verdictSchema.safeParse(change.currentTarget.value).data ?? null)}
          data={[
            { value: "", label: t(required.reason ? "chooseReason" : "noReason") },
            ...VERDICTS.map((value) => ({ value, label: format(`verdict.${value}`) })),
          ]}
        />
      )}
      <Textarea
        label={t("note")}
        description={t("noteHint")}
        required={required.note}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_STATUS_NOTE}
        value={note}
        onFocus={() => {
          const typed = takeTyping();
          if (typed !== "") onNote(`${note}${typed}`.slice(0, LONGEST_STATUS_NOTE));
        }}
        onChange={(change) => onNote(change.currentTarget.value)}
        data-autofocus
      />
    </>
  );
}
