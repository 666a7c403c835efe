import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Messages } from "@/messages/messages-of";

/** A page's `generateMetadata`: its title in the reader's language (`layout.pages`). */
export function pageTitle(page: keyof Messages["layout"]["pages"]): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations("layout.pages"))(page) });
}
