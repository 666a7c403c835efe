import { Terminal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import type { Connection } from "@/lib/api/source-list";
import { authenticationLabel } from "./authentication-label";
import classes from "./connection-card.module.css";
import { SourceSyncStatus } from "./source-sync-status";

/** One connection: where it leads, how it signs in, and how each of its sources is doing. */
export function ConnectionCard({ connection, now }: { connection: Connection; now: Date }) {
  const { id, name, product, region, endpoint, authentication, sources } = connection;
  const t = useTranslations("sources");
  const format = useTranslations("format");
  return (
    <section className={classes.card} aria-labelledby={`connection-${id}`}>
      <div className={classes.heading}>
        <div className={classes.names}>
          <h2 id={`connection-${id}`}>
            <InertText text={name} />
          </h2>
          <InertText text={id} mono className={classes.quiet ?? ""} />
        </div>
        <Link
          href={`/sources/${encodeURIComponent(id)}/explore`}
          className={classes.explore}
          prefetch={false}
          aria-label={t("exploreOf", { name })}
        >
          <Terminal size={14} aria-hidden="true" />
          {t("explore")}
        </Link>
        <p className={classes.facts}>
          <span>{format(`product.${product}`)}</span>
          <span>{region}</span>
          <InertText text={endpoint} mono />
          <span>{authenticationLabel(authentication, t)}</span>
        </p>
      </div>
      <ul className={classes.sources}>
        {sources.map((sync) => (
          <SourceSyncStatus key={sync.source} connection={id} sync={sync} now={now} />
        ))}
      </ul>
    </section>
  );
}
