import type { Language } from "@/lib/events/language";
import { en } from "./en";
import { zh } from "./zh";

/** Every text of the console, by namespace and key. */
export type Messages = typeof en;

// A key that one language lacks does not compile.
const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

export function messagesOf(language: Language): Messages {
  return MESSAGES[language];
}
