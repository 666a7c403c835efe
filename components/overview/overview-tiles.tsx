import { useTranslations } from "next-intl";
import { SeverityBadge } from "@/components/ui/severity-badge";
import type { Overview } from "@/lib/api/overview";
import { FigureLink } from "./figure-link";
import { HandlingTile } from "./handling-tile";
import classes from "./overview-tiles.module.css";
import { TrendText } from "./trend-text";

/** The answer in four numbers. */
export function OverviewTiles({ open, gotThrough, handling }: Overview) {
  const t = useTranslations("overview.tiles");
  const words = useTranslations("overview.open");
  const severities = useTranslations("format.severity");
  const urgent = open.bySeverity.filter(
    ({ severity, all }) => (severity === "critical" || severity === "high") && all.count > 0,
  );
  return (
    <section className={classes.tiles} aria-label={t("label")}>
      <div className={classes.tile}>
        <h2 className={classes.name}>{t("open")}</h2>
        <FigureLink figure={open.all} what={t("open")} className={classes.number} />
        <p className={classes.note}>
          {urgent.length === 0 && t("noCritical")}
          {urgent.map(({ severity, all }) => (
            <span key={severity} className={classes.urgent}>
              <SeverityBadge severity={severity} />
              <FigureLink figure={all} what={words("what", { severity: severities(severity) })} />
            </span>
          ))}
        </p>
      </div>
      <div className={classes.tile}>
        <h2 className={classes.name}>{t("gotThrough")}</h2>
        <FigureLink figure={gotThrough.all.current} what={t("gotThrough")} className={classes.number} />
        <p className={classes.note}>
          <span>
            <TrendText current={gotThrough.all.current.count} previous={gotThrough.all.previous.count} /> (
            <FigureLink figure={gotThrough.all.previous} what={t("gotThrough")} before />)
          </span>
        </p>
      </div>
      <HandlingTile name={t("firstAction")} none={t("noAction")} time={handling.firstAction} />
      <HandlingTile name={t("closed")} none={t("noClosing")} time={handling.closed} />
    </section>
  );
}
