import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { type Namespace, pickMessages } from "./pick-messages";

/** What every page needs: the frame, the shared parts, and the words for severities, times and the like. */
const SHARED: readonly Namespace[] = ["format", "layout", "ui"];

/** Gives all client components their language and the shared texts; see `ScreenMessages` for the others. */
export async function LanguageProvider({ children }: { children: ReactNode }) {
  const messages = pickMessages(await getMessages(), SHARED);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
