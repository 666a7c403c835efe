"use client";

import { useTranslations } from "next-intl";
import { useLanguageChoice } from "@/components/language/use-language-choice";
import type { Language } from "@/lib/events/language";
import { MenuChoice } from "./menu-choice";

// Each in its own words, so that who cannot read the present language finds the way out.
export const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: "en", label: "English" },
  { value: "zh", label: "简体中文" },
];

/** Which language the console speaks; remembered by the browser and for the person. */
export function LanguageItems() {
  const t = useTranslations("layout.language");
  const { language, choose } = useLanguageChoice();
  return <MenuChoice label={t("label")} choices={LANGUAGES} value={language} onChange={choose} />;
}
