"use client";

import { useLocale } from "next-intl";
import { AddedMessages } from "@/components/language/added-messages";
import englishCharts from "@/messages/en/charts.json";
import englishEvent from "@/messages/en/event.json";
import english from "@/messages/en/event-panel.json";
import englishTriage from "@/messages/en/triage.json";
import chineseCharts from "@/messages/zh/charts.json";
import chineseEvent from "@/messages/zh/event.json";
import chinese from "@/messages/zh/event-panel.json";
import chineseTriage from "@/messages/zh/triage.json";
import { EventPanel, type EventPanelProps } from "./event-panel";

export { prefetchEvent } from "./use-panel-event";

const MESSAGES = {
  en: { charts: englishCharts, event: englishEvent, "event-panel": english, triage: englishTriage },
  zh: { charts: chineseCharts, event: chineseEvent, "event-panel": chinese, triage: chineseTriage },
};

/** The panel with its texts, loaded together: the queue's first load carries neither. */
export function LazyEventPanel(props: EventPanelProps) {
  return (
    <AddedMessages messages={MESSAGES[useLocale()]}>
      <EventPanel {...props} />
    </AddedMessages>
  );
}
