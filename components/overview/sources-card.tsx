import Link from "next/link";
import { useTranslations } from "next-intl";
import { FreshnessBadge } from "@/components/sources/freshness-badge";
import { InstantText } from "@/components/ui/instant-text";
import { SourceLabel } from "@/components/ui/source-label";
import type { Overview } from "@/lib/api/overview";
import { FigureLink } from "./figure-link";
import tableClasses from "./figure-table.module.css";
import { OverviewCard } from "./overview-card";
import classes from "./sources-card.module.css";

/** How current each source of each connection is, and what it has open. */
export function SourcesCard({ sources }: Pick<Overview, "sources">) {
  const t = useTranslations("overview.sources");
  const names = useTranslations("format.source");
  if (sources.length === 0) {
    return (
      <OverviewCard title={t("title")} area="sources">
        <p className={tableClasses.nothing}>{t("none")}</p>
      </OverviewCard>
    );
  }
  return (
    <OverviewCard title={t("title")} area="sources">
      <div className={tableClasses.scroll}>
        <table className={tableClasses.table}>
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("source")}</th>
              <th scope="col" className={tableClasses.start}>
                {t("state")}
              </th>
              <th scope="col">{t("open")}</th>
              <th scope="col">{t("lastRead")}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ source, connection, state, lastSuccessAt, open }) => (
              <tr key={`${connection} ${source}`}>
                <th scope="row">
                  <SourceLabel source={source} connection={connection} />
                </th>
                <td className={tableClasses.start}>
                  <Link href="/sources" prefetch={false} className={classes.state}>
                    <FreshnessBadge state={state} />
                  </Link>
                </td>
                <td>
                  <FigureLink figure={open} what={t("what", { source: names(source), connection })} />
                </td>
                <td>
                  {lastSuccessAt ? <InstantText instant={lastSuccessAt} precision="minute" /> : t("never")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </OverviewCard>
  );
}
