import { createTranslator, type useTranslations } from "next-intl";
import type { Language } from "@/lib/events/language";
import { type Messages, messagesOf } from "@/messages/messages-of";

/** The words of one namespace, as a component gets them from `useTranslations`. */
export function textsOf<Name extends keyof Messages>(
  namespace: Name,
  language: Language = "en",
): ReturnType<typeof useTranslations<Name>> {
  return createTranslator<Messages, Name>({ locale: language, messages: messagesOf(language), namespace });
}
