"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { OWNERS } from "@/lib/api/sessions";
import classes from "./settings.module.css";

export type Owner = (typeof OWNERS)[number];

/** One's own, or everybody's: an administrator's choice, in the address. */
export function OwnerLinks({ owner }: { owner: Owner }) {
  const t = useTranslations("settings");
  const pathname = usePathname();
  return (
    <nav aria-label={t("owner.label")} className={classes.owners}>
      {OWNERS.map((candidate) => (
        <Link
          key={candidate}
          href={candidate === "me" ? pathname : `${pathname}?owner=${candidate}`}
          prefetch={false}
          scroll={false}
          className={classes.tab}
          aria-current={candidate === owner ? "page" : undefined}
        >
          {t(`owner.${candidate}`)}
        </Link>
      ))}
    </nav>
  );
}
