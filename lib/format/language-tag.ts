import type { Language } from "@/lib/events/language";

/** BCP 47 tags for `lang` and Intl: the region decides the shapes of Chinese characters and the digits' grouping. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: "en-US", zh: "zh-CN" };
