import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { SENTENCES } from "@/messages/zh/sentences";
import { type Namespace, pickMessages } from "./pick-messages";
import { SentencesProvider } from "./sentences";

/** What every page needs: the frame, the shared parts, and the words for severities, times and the like. */
const SHARED: readonly Namespace[] = ["format", "layout", "ui"];

/** Gives all client components their language and the shared texts; see `ScreenMessages` for the others. */
export async function LanguageProvider({ children }: { children: ReactNode }) {
  const messages = pickMessages(await getMessages(), SHARED);
  const catalogue = (await getLocale()) === "zh" ? SENTENCES : null;
  return (
    <NextIntlClientProvider messages={messages}>
      <SentencesProvider catalogue={catalogue}>{children}</SentencesProvider>
    </NextIntlClientProvider>
  );
}
