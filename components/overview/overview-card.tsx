import { type ReactNode, useId } from "react";
import classes from "./overview-card.module.css";

type OverviewCardProps = {
  title: string;
  /** What the figures mean, in one line. */
  note?: string;
  /** The place in the page's grid. */
  area: string;
  children: ReactNode;
};

/** One question that the overview answers. */
export function OverviewCard({ title, note, area, children }: OverviewCardProps) {
  const id = useId();
  return (
    <section className={classes.card} style={{ gridArea: area }} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}
