"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { usePreferences } from "@/components/preferences/preferences-provider";
import { writeCookie } from "@/components/preferences/write-cookie";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import type { Language } from "@/lib/events/language";

/** The language of the console, and how to change it without leaving the page. */
export function useLanguageChoice(): { language: Language; choose: (language: Language) => void } {
  const language = useLocale();
  const router = useRouter();
  const queries = useQueryClient();
  const { change } = usePreferences();
  return {
    language,
    choose(wanted) {
      change({ language: wanted });
      // For pages before the sign-in, and for answers to this browser.
      writeCookie(LANGUAGE_COOKIE, wanted);
      router.refresh();
      // Some answers hold texts for people.
      void queries.invalidateQueries();
    },
  };
}
