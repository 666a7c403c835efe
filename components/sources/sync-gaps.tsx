import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import type { SourceSync } from "@/lib/api/source-list";
import { formatCount } from "@/lib/format/count";
import classes from "./sync-gaps.module.css";

/** Records that the cloud announced and did not deliver. */
export function SyncGaps({ gaps }: { gaps: SourceSync["gaps"] }) {
  const t = useTranslations("sources.gaps");
  if (gaps.length === 0) return null;
  return (
    <details className={classes.gaps}>
      <summary>{t("summary", { count: gaps.length })}</summary>
      <p>{t("why")}</p>
      <ul>
        {gaps.map(({ from, to, list, announced, received, notedAt }) => (
          <li key={`${list} ${from} ${to} ${notedAt}`}>
            {t.rich("entry", {
              from: () => <InstantText instant={from} precision="minute" />,
              to: () => <InstantText instant={to} precision="minute" />,
              list: () => <InertText text={list} />,
              announced: formatCount(announced),
              received: formatCount(received),
              at: () => <InstantText instant={notedAt} precision="minute" />,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
