import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/messages/messages-of";
import { pageLanguage } from "./page-language";

/** Tells next-intl the language of a page. No locale in the URL: a link opens in its reader's language. */
const requestConfig = getRequestConfig(async () => {
  const locale = await pageLanguage(await headers());
  return {
    locale,
    messages: messagesOf(locale),
    // Times are ours to format, in the zone that the reader chose (lib/format/instant).
    timeZone: "UTC",
  };
});

// next-intl takes the default export of the module that next.config.ts names.
export default requestConfig;
