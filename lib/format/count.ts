import type { Language } from "@/lib/events/language";
import { LANGUAGE_TAGS } from "./language-tag";

const plain = new Intl.NumberFormat("en-US");

const compactOf = (language: Language) =>
  new Intl.NumberFormat(LANGUAGE_TAGS[language], { notation: "compact", maximumFractionDigits: 1 });
const compact: Readonly<Record<Language, Intl.NumberFormat>> = { en: compactOf("en"), zh: compactOf("zh") };

/** A count with thousands separators, the same in every language of ours: `1,234`. */
export function formatCount(count: number): string {
  return plain.format(count);
}

/** A count for narrow places: `12.3k`, `4.5M`, `1.2万`. Give the exact count in a hover text beside it. */
export function formatCompact(count: number, language: Language): string {
  return compact[language].format(count).replace("K", "k");
}
