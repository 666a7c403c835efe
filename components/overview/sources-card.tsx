import Link from "next/link";
import { useTranslations } from "next-intl";
import { FreshnessBadge } from "@/components/sources/freshness-badge";
import { TABLE_ROLES } from "@/components/table/table-roles";
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
      <div>
        <table {...TABLE_ROLES.table} className={`${tableClasses.table} ${tableClasses.cards}`}>
          <caption className="sr-only">{t("title")}</caption>
          <thead {...TABLE_ROLES.group}>
            <tr {...TABLE_ROLES.row}>
              <th {...TABLE_ROLES.header} scope="col">
                {t("source")}
              </th>
              <th {...TABLE_ROLES.header} scope="col" className={tableClasses.start}>
                {t("state")}
              </th>
              <th {...TABLE_ROLES.header} scope="col">
                {t("open")}
              </th>
              <th {...TABLE_ROLES.header} scope="col">
                {t("lastRead")}
              </th>
            </tr>
          </thead>
          <tbody {...TABLE_ROLES.group}>
            {sources.map(({ source, connection, state, lastSuccessAt, open }) => (
              <tr key={`${connection} ${source}`} {...TABLE_ROLES.row}>
                <th {...TABLE_ROLES.rowHeader} scope="row" className={tableClasses.lead}>
                  <SourceLabel source={source} connection={connection} />
                </th>
                <td {...TABLE_ROLES.cell} className={`${tableClasses.start} ${tableClasses.aside}`}>
                  <Link href="/sources" prefetch={false} className={classes.state}>
                    <FreshnessBadge state={state} />
                  </Link>
                </td>
                <td {...TABLE_ROLES.cell} data-label={t("open")}>
                  <FigureLink figure={open} what={t("what", { source: names(source), connection })} />
                </td>
                <td {...TABLE_ROLES.cell} data-label={t("lastRead")}>
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
