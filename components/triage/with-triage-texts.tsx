"use client";

import { useLocale } from "next-intl";
import type { ComponentType } from "react";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/triage.json";
import chinese from "@/messages/zh/triage.json";

const MESSAGES = { en: { triage: english }, zh: { triage: chinese } };

/** A part of the triage with its texts, which are loaded with the first part that says something. */
export function withTriageTexts<Props extends object>(Part: ComponentType<Props>) {
  return function PartWithTexts(props: Props) {
    return (
      <AddedMessages messages={MESSAGES[useLocale()]}>
        <Part {...props} />
      </AddedMessages>
    );
  };
}
