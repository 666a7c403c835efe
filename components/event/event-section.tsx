import type { ReactNode } from "react";
import classes from "./event-section.module.css";

type EventSectionProps = {
  /** Stands in the URL as the section's anchor. */
  id: string;
  title: string;
  /** How many there are, or another short remark beside the title. */
  remark?: ReactNode;
  children: ReactNode;
};

/** One titled part of an event; its heading can be linked to. */
export function EventSection({ id, title, remark, children }: EventSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classes.section}>
      <div className={classes.heading}>
        <h2 id={`${id}-title`}>{title}</h2>
        {remark && <span className={classes.remark}>{remark}</span>}
      </div>
      {children}
    </section>
  );
}
