import type { Language } from "@/lib/events/language";
import { LANGUAGE_TAGS } from "./language-tag";

const namesIn = (language: Language) =>
  new Intl.DisplayNames(LANGUAGE_TAGS[language], { type: "region", fallback: "none" });
const names: Readonly<Record<Language, Intl.DisplayNames>> = { en: namesIn("en"), zh: namesIn("zh") };

/**
 * A country for people: `GB` gives `United Kingdom (GB)`. What is no ISO 3166-1 code (a name in another
 * language, `-`, a number) is returned as it came.
 */
export function formatCountry(country: string, language: Language): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const code = country.toUpperCase();
  const name = names[language].of(code);
  return name ? `${name} (${code})` : country;
}
