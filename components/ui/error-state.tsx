import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InertText } from "./inert-text";
import classes from "./state.module.css";

type ErrorStateProps = {
  title: string;
  /** What went wrong and how to mend it; may hold a cloud's words. */
  detail: string;
  /** Finds the failure in the server's log. */
  requestId?: string | null;
  /** A button: try again, sign in again. */
  action?: ReactNode;
};

/** A read that failed: never shown as an empty one. */
export function ErrorState({ title, detail, requestId = null, action }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div className={classes.state} role="alert">
      <CircleAlert size={28} strokeWidth={1.5} aria-hidden="true" className={classes.alarm} />
      <p className={classes.title}>{title}</p>
      <div className={classes.text}>
        <InertText text={detail} />
      </div>
      {requestId && (
        <p className={classes.reference}>
          {t.rich("requestReference", { id: () => <InertText mono text={requestId} /> })}
        </p>
      )}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
