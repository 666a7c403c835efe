import { useTranslations } from "next-intl";
import { CopyValue } from "@/components/ui/copy-value";
import { FoldableText } from "@/components/ui/foldable-text";
import type { Target } from "@/lib/events/event";
import { EventSection } from "./event-section";
import classes from "./event-target.module.css";

/** What was attacked; each value can be copied, plain or defanged. */
export function EventTarget({ target }: { target: Target }) {
  const t = useTranslations("event.target");
  const { host, path, server, addresses, resource, region } = target;
  const rows = [
    { label: t("host"), value: host },
    { label: t("path"), value: path },
    { label: t("server"), value: server },
    ...addresses.map((value) => ({ label: t("address"), value })),
    { label: t("resource"), value: resource },
    { label: t("region"), value: region },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return (
    <EventSection id="target" title={t("title")}>
      {rows.length === 0 && <p className={classes.none}>{t("none")}</p>}
      <dl className={classes.target}>
        {rows.map(({ label, value }) => (
          <div key={`${label} ${value}`} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              <span className={classes.value}>
                <FoldableText text={value} mono />
              </span>
              <CopyValue value={value} what="target" />
            </dd>
          </div>
        ))}
      </dl>
    </EventSection>
  );
}
