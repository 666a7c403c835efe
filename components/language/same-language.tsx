"use client";

import { useLocale } from "next-intl";
import { useEffect } from "react";
import { writeCookie } from "@/components/preferences/write-cookie";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import type { Language } from "@/lib/events/language";

/**
 * Brings a browser that somebody set to another language into line with the page's reader, so that answers
 * and downloads speak as the page does. Shows nothing.
 * @param chosen the language that was chosen in this browser; null for none.
 */
export function SameLanguage({ chosen }: { chosen: Language | null }) {
  const language = useLocale();
  useEffect(() => {
    if (chosen !== null && chosen !== language) writeCookie(LANGUAGE_COOKIE, language);
  }, [chosen, language]);
  return null;
}
