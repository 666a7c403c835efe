"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGES } from "@/components/layout/language-items";
import { writeCookie } from "@/components/preferences/write-cookie";
import { LANGUAGE_COOKIE } from "@/lib/api/language-cookie";
import { LANGUAGE_TAGS } from "@/lib/format/language-tag";
import classes from "./language-switch.module.css";

/** Another language for the pages before the console; this browser remembers it. */
export function LanguageSwitch() {
  const t = useTranslations("layout.language");
  const language = useLocale();
  const router = useRouter();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className={classes.switch} role="group" aria-label={t("label")}>
      {LANGUAGES.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          lang={LANGUAGE_TAGS[value]}
          aria-pressed={value === language}
          onClick={() => {
            writeCookie(LANGUAGE_COOKIE, value);
            router.refresh();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
