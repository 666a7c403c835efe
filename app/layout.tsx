import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageProvider } from "@/components/language/language-provider";
import { fontVariables } from "@/components/layout/fonts";
import { Providers } from "@/components/layout/providers";
import { LANGUAGE_TAGS } from "@/lib/format/language-tag";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: "Watchfloor", template: "%s · Watchfloor" },
    description: (await getTranslations("layout"))("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12151a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang={LANGUAGE_TAGS[await getLocale()]} className={fontVariables} {...mantineHtmlProps}>
      <head>
        {/* The parser pauses at the next script: without this an empty page would be painted, and the rows a frame later. */}
        <link rel="expect" href="#main" blocking="render" />
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <LanguageProvider>
          <Providers nonce={nonce}>{children}</Providers>
        </LanguageProvider>
      </body>
    </html>
  );
}
