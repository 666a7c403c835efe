"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import type { Language } from "@/lib/events/language";

const YEAR_SECONDS = 31_536_000;

function remember(language: Language): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}

/** The language of the console, and how to change it without leaving the page. */
export function useLanguageChoice(): { language: Language; choose: (language: Language) => void } {
  const language = useLocale();
  const router = useRouter();
  const queries = useQueryClient();
  return {
    language,
    choose(wanted) {
      remember(wanted);
      router.refresh();
      // Some answers hold texts for people.
      void queries.invalidateQueries();
    },
  };
}
