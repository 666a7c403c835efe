import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "@/lib/events/language";
import { messagesOf } from "@/messages/messages-of";

/** A component's HTML as the server renders it, with theme, texts and an empty data cache. */
export function renderStatic(node: ReactNode, language: Language = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={messagesOf(language)} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider>{node}</MantineProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}
