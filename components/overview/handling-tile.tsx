import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/api/overview";
import { formatDuration } from "@/lib/format/duration";
import { FigureLink } from "./figure-link";
import classes from "./overview-tiles.module.css";

type HandlingTileProps = { name: string; none: string; time: Overview["handling"]["firstAction"] };

/** How long events waited for people: what half of them, and nearly all, waited at most. */
export function HandlingTile({ name, none, time }: HandlingTileProps) {
  const t = useTranslations("overview.tiles");
  const format = useTranslations("format");
  if (time === null) {
    return (
      <div className={classes.tile}>
        <h2 className={classes.name}>{name}</h2>
        <span className={classes.number}>–</span>
        <p className={classes.note}>{none}</p>
      </div>
    );
  }
  const { median, p95, events: count, filter } = time;
  const shown = formatDuration(median * 1_000, format);
  return (
    <div className={classes.tile}>
      <h2 className={classes.name}>{name}</h2>
      <FigureLink
        figure={{ count, filter }}
        what={`${name}, ${shown}`}
        shown={shown}
        className={classes.number}
      />
      <p className={classes.note}>
        <span>{t("median", { count })}</span>
        <span>{t("p95", { duration: formatDuration(p95 * 1_000, format) })}</span>
      </p>
    </div>
  );
}
