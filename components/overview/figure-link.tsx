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
  /** What is shown instead of the number. */
  shown?: string;
  className?: string | undefined;
};

/** A number of events that leads to exactly these. */
export function FigureLink(props: FigureLinkProps) {
  const { figure, what, before = false, shown, className } = props;
  const { count, filter } = figure;
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
      {shown ?? formatCount(count)}
    </Link>
  );
}
