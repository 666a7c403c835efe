import type { Language } from "@/lib/events/language";
import { getDeps } from "@/lib/server/deps";
import { findUser } from "@/lib/server/http/page";
import { readPreferences } from "@/lib/server/triage/read-preferences";
import { acceptedLanguage, chosenLanguage } from "./request-language";

/** What the signed-in person has chosen, on whichever machine; null for nobody, or no choice. */
async function preferredLanguage(): Promise<Language | null> {
  try {
    const user = await findUser();
    return user && (await readPreferences(await getDeps(), user.id)).language;
  } catch {
    // Without a database there are error pages still, and they need some language.
    return null;
  }
}

/** The language of a page: chosen in this browser, else by the person, else the browser's own. */
export async function pageLanguage(headers: Headers): Promise<Language> {
  return chosenLanguage(headers) ?? (await preferredLanguage()) ?? acceptedLanguage(headers);
}
