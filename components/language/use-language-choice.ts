"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { fetchJson } from "@/lib/api/fetch-json";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import { preferencesResponseSchema } from "@/lib/api/preferences";
import type { Language } from "@/lib/events/language";

const YEAR_SECONDS = 31_536_000;
const PREFERENCES = "/api/preferences";

function rememberHere(language: Language): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}

async function rememberForPerson(language: Language): Promise<void> {
  const { preferences } = await fetchJson(PREFERENCES, preferencesResponseSchema);
  await fetchJson(PREFERENCES, preferencesResponseSchema, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...preferences, language }),
  });
}

/** The language of the console, and how to change it without leaving the page. */
export function useLanguageChoice(): { language: Language; choose: (language: Language) => void } {
  const language = useLocale();
  const router = useRouter();
  const queries = useQueryClient();
  return {
    language,
    choose(wanted) {
      rememberHere(wanted);
      router.refresh();
      // Some answers hold texts for people.
      void queries.invalidateQueries();
      // This browser speaks the language already; another one follows when the server can be reached.
      rememberForPerson(wanted).catch(() => {});
    },
  };
}
