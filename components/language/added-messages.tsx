"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Messages } from "@/messages/messages-of";

type AddedMessagesProps = { messages: Partial<Messages>; children: ReactNode };

/** Adds namespaces to those that the pages above have given already. */
export function AddedMessages({ messages, children }: AddedMessagesProps) {
  const inherited = useMessages();
  const merged = useMemo(() => ({ ...inherited, ...messages }), [inherited, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}
