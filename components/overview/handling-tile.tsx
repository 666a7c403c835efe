import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/api/overview";
import { formatDuration } from "@/lib/format/duration";
import classes from "./overview-tiles.module.css";

type HandlingTileProps = { name: string; time: Overview["handling"]["firstAction"] };

/** How long events waited for people: what half of them, and nearly all, waited at most. */
export function HandlingTile({ name, time }: HandlingTileProps) {
  const t = useTranslations("overview.tiles");
  const format = useTranslations("format");
  return (
    <div className={classes.tile}>
      <h2 className={classes.name}>{name}</h2>
      <span className={classes.number}>{time ? formatDuration(time.median * 1_000, format) : "–"}</span>
      <p className={classes.note}>
        {time ? (
          <>
            <span>{t("median", { count: time.events })}</span>
            <span>{t("p95", { duration: formatDuration(time.p95 * 1_000, format) })}</span>
          </>
        ) : (
          t("noAction")
        )}
      </p>
    </div>
  );
}
