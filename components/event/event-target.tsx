import { useTranslations } from "next-intl";
import { CopyValue } from "@/components/ui/copy-value";
import { FoldableText } from "@/components/ui/foldable-text";
import type { Target } from "@/lib/events/event";
import { EventSection } from "./event-section";
import classes from "./event-target.module.css";
import { ValueWays } from "./value-ways";

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
    // The queue cannot be narrowed by it.
    { label: t("region"), value: region, plain: true },
  ].flatMap(({ label, value, plain = false }) => (value ? [{ label, value, plain }] : []));
  return (
    <EventSection id="target" title={t("title")}>
      {rows.length === 0 && <p className={classes.none}>{t("none")}</p>}
      <dl className={classes.target}>
        {rows.map(({ label, value, plain }) => (
          <div key={`${label} ${value}`} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              <span className={classes.value}>
                <FoldableText text={value} mono />
              </span>
              <CopyValue value={value} what="target" />
              {!plain && <ValueWays field="target" value={value} />}
            </dd>
          </div>
        ))}
      </dl>
    </EventSection>
  );
}
