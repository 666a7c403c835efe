"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import english from "@/messages/en/triage.json";
import chinese from "@/messages/zh/triage.json";
import { TriageLayer, type TriageLayerProps } from "./triage-layer";

const MESSAGES = { en: { triage: english }, zh: { triage: chinese } };

/** The triage layer with its texts, loaded after the rows. */
export function LazyTriageLayer(props: TriageLayerProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <TriageLayer {...props} />
    </AddedMessages>
  );
}
