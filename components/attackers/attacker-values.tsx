import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { queueHref } from "@/components/events/queue-href";
import { valueLabel } from "@/components/events/value-label";
import { InertText } from "@/components/ui/inert-text";
import type { ATTACKER_FIELDS, AttackerSummary } from "@/lib/api/attacker";
import { formatCount } from "@/lib/format/count";
import { truncate, visibleText } from "@/lib/format/visible-text";
import classes from "./attacker-values.module.css";

/** Enough to tell one link from another. */
const MAX_NAME = 60;

type AttackerField = (typeof ATTACKER_FIELDS)[number];

type AttackerValuesProps = {
  field: AttackerField;
  values: AttackerSummary["by"][AttackerField];
  /** All events of the attacker: what a full bar stands for. */
  total: number;
};

/** The values of one field in the attacker's events, with how many there are of each. */
export function AttackerValues({ field, values, total }: AttackerValuesProps) {
  const t = useTranslations("attackers.values");
  const format = useTranslations("format");
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id}>{t(field)}</h2>
      {values.length === 0 && <p className={classes.none}>{t("none")}</p>}
      <ul className={classes.list}>
        {values.map(({ value, count, filter }) => {
          const label = valueLabel(field, value, format);
          return (
            <li key={value} className={classes.row}>
              <span
                className={classes.bar}
                style={{ width: `${(count / total) * 100}%` }}
                aria-hidden="true"
              />
              <span className={classes.name}>
                <InertText clip mono={field === "target"} text={label} />
              </span>
              <Link
                href={queueHref(filter)}
                prefetch={false}
                aria-label={t("figure", { count, value: truncate(visibleText(label), MAX_NAME) })}
              >
                {formatCount(count)}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
