import { useTranslations } from "next-intl";
import { FoldableText } from "@/components/ui/foldable-text";
import { InertText } from "@/components/ui/inert-text";
import type { ActivityItem } from "@/lib/api/activity";
import classes from "./activity.module.css";

/** An entry as it is kept: everything that the row has no place for. */
export function ActivityRecord({ item: { id, address, hash, details } }: { item: ActivityItem }) {
  const t = useTranslations("activity.table");
  return (
    <details className={classes.record}>
      <summary>{t("record", { id: String(id) })}</summary>
      <dl>
        {address !== null && (
          <>
            <dt>{t("address")}</dt>
            <dd>
              <InertText mono text={address} />
            </dd>
          </>
        )}
        <dt>{t("hash")}</dt>
        <dd>
          <InertText mono text={hash} />
        </dd>
        {Object.keys(details).length > 0 && (
          <>
            <dt>{t("details")}</dt>
            <dd>
              <pre>
                <FoldableText text={JSON.stringify(details, null, 2)} />
              </pre>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
