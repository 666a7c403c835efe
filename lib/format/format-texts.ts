import type { useTranslations } from "next-intl";

/** The words of `messages/<language>/format.json` in the reader's language: `useTranslations("format")`. */
export type FormatTexts = ReturnType<typeof useTranslations<"format">>;
