import Negotiator from "negotiator";
import { NextRequest } from "next/server";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import { DEFAULT_LANGUAGE, findLanguage, LANGUAGES, type Language } from "@/lib/events/language";

/** What the browser asks for by itself (`Accept-Language`); English where none of ours fits. */
export function acceptedLanguage(headers: Headers): Language {
  const negotiator = new Negotiator({ headers: { "accept-language": headers.get("accept-language") ?? "" } });
  return findLanguage(negotiator.language([...LANGUAGES])) ?? DEFAULT_LANGUAGE;
}

/** The language that was chosen in this browser; null where none was. */
export function chosenLanguage(headers: Headers): Language | null {
  const cookie = headers.get("cookie");
  if (cookie === null) return null;
  const { cookies } = new NextRequest("http://localhost/", { headers: { cookie } });
  return findLanguage(cookies.get(LANGUAGE_COOKIE)?.value);
}

/** The language of the answer to a request: the chosen one, else the accepted one. */
export function requestLanguage(headers: Headers): Language {
  return chosenLanguage(headers) ?? acceptedLanguage(headers);
}
