import Link from "next/link";
import { useTranslations } from "next-intl";
import classes from "./overview-page.module.css";
import { OVERVIEW_PERIODS, type OverviewPeriod, overviewHref } from "./overview-period";

/** Which time tops and handling times are of; each is an address of its own. */
export function PeriodLinks({ period }: { period: OverviewPeriod }) {
  const t = useTranslations("overview.period");
  return (
    <nav className={classes.periods} aria-label={t("label")}>
      <span className={classes.quiet}>{t("label")}</span>
      {OVERVIEW_PERIODS.map((candidate) => (
        <Link
          key={candidate}
          href={overviewHref(candidate)}
          prefetch={false}
          scroll={false}
          className={classes.period}
          aria-current={candidate === period ? "page" : undefined}
        >
          {t(candidate)}
        </Link>
      ))}
    </nav>
  );
}
