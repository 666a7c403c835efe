import Link from "next/link";
import { useTranslations } from "next-intl";
import { queueHref } from "@/components/events/queue-href";
import type { Figure } from "@/lib/api/figure";
import { formatCount } from "@/lib/format/count";
import classes from "./figure-link.module.css";

type FigureLinkProps = {
  figure: Figure;
  /** What is counted, for people who do not see the headings around it. */
  what: string;
  /** The same of the period before: said, and quieter. */
  before?: boolean;
  className?: string | undefined;
};

/** A number of events that leads to exactly these. */
export function FigureLink({ figure: { count, filter }, what, before = false, className }: FigureLinkProps) {
  const t = useTranslations("overview");
  const classNames = [classes.figure, className].filter(Boolean).join(" ");
  return (
    <Link
      href={queueHref(filter)}
      prefetch={false}
      className={classNames}
      data-quiet={before || count === 0}
      aria-label={t(before ? "figureBefore" : "figure", { count, what })}
    >
      {formatCount(count)}
    </Link>
  );
}
