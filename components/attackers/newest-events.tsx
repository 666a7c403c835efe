import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CellId, EVENT_CELLS } from "@/components/events/event-cells";
import { queueHref } from "@/components/events/queue-href";
import type { Figure } from "@/lib/api/figure";
import type { SecurityEvent } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import classes from "./newest-events.module.css";

const COLUMNS = ["lastSeenAt", "severity", "type", "target", "outcome", "status"] as const satisfies CellId[];

type NewestEventsProps = { events: readonly SecurityEvent[]; all: Figure };

/** The newest events of the attacker, and the way to all of them. */
export function NewestEvents({ events, all }: NewestEventsProps) {
  const t = useTranslations("attackers.newest");
  return (
    <section className={classes.card} aria-labelledby="newest-events">
      <div className={classes.heading}>
        <h2 id="newest-events">{t("title")}</h2>
        <Link href={queueHref(all.filter)} prefetch={false}>
          {t("all", { count: formatCount(all.count) })}
        </Link>
      </div>
      <table className={classes.table}>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              {COLUMNS.map((column) => (
                <td key={column} data-column={column}>
                  {EVENT_CELLS[column](event)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
