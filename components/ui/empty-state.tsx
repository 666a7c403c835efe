import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./state.module.css";

type EmptyStateProps = {
  title: string;
  /** Why there is nothing, and what to do about it. */
  children: ReactNode;
  icon?: LucideIcon;
  action?: ReactNode;
};

/** A read that succeeded and found nothing. A failed read is an {@link ErrorState}. */
export function EmptyState({ title, children, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className={classes.state} role="status">
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden="true" className={classes.icon} />}
      <p className={classes.title}>{title}</p>
      <div className={classes.text}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
