import type { Language } from "@/lib/events/language";
import { pagePreferences } from "@/lib/server/http/page-preferences";
import { acceptedLanguage, chosenLanguage } from "./request-language";

/** What the signed-in person has chosen, on whichever machine, and what an administrator chose for the others. */
async function storedLanguages(): Promise<{ own: Language | null; byDefault: Language | null }> {
  try {
    const { preferences, defaults } = await pagePreferences();
    return { own: preferences.language, byDefault: defaults.language };
  } catch {
    // Without a database there are error pages still, and they need some language.
    return { own: null, byDefault: null };
  }
}

/**
 * The language of a page: the person's own, else the one chosen in this browser, else the installation's, else
 * the browser's own.
 */
export async function pageLanguage(headers: Headers): Promise<Language> {
  const { own, byDefault } = await storedLanguages();
  return own ?? chosenLanguage(headers) ?? byDefault ?? acceptedLanguage(headers);
}
