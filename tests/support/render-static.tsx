import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "@/lib/events/language";
import { messagesOf } from "@/messages/messages-of";

/** Leads nowhere: nobody clicks on what is rendered once. */
const ROUTER: AppRouterInstance = {
  back: () => {},
  forward: () => {},
  refresh: () => {},
  push: () => {},
  replace: () => {},
  prefetch: () => {},
  bfcacheId: "",
};

/** A component's HTML as the server renders it, with theme, texts and an empty data cache. */
export function renderStatic(node: ReactNode, language: Language = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={messagesOf(language)} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <AppRouterContext value={ROUTER}>
          <MantineProvider>{node}</MantineProvider>
        </AppRouterContext>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}
