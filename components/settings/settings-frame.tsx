"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./settings.module.css";
import { SETTINGS_TABS } from "./settings-tabs";

/** The heading of all settings and the way from one part to another. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  const pathname = usePathname();
  return (
    <div className={classes.page}>
      <h1>{t("title")}</h1>
      <nav aria-label={t("tabs.label")} className={classes.tabs}>
        {SETTINGS_TABS.map((tab) => (
          <Link
            key={tab}
            href={`/settings/${tab}`}
            prefetch={false}
            className={classes.tab}
            aria-current={pathname === `/settings/${tab}` ? "page" : undefined}
          >
            {t(`tabs.${tab}`)}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
