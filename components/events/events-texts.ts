import type { useTranslations } from "next-intl";

/** The queue's words in the reader's language: `useTranslations("events")`. */
export type EventsTexts = ReturnType<typeof useTranslations<"events">>;
