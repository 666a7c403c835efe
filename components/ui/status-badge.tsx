import { CloudAlert, CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Status, WriteState } from "@/lib/events/status";
import classes from "./status-badge.module.css";

type StatusBadgeProps = {
  status: Status;
  /** A change that is on its way to the cloud or did not get there is said beside the status. */
  writeState?: WriteState;
};

/** A handling status as text with a shape of its own, which the style sheet draws. */
export function StatusBadge({ status, writeState = null }: StatusBadgeProps) {
  const t = useTranslations("format");
  const WriteIcon = writeState === "failed" || writeState === "overtaken" ? CloudAlert : CloudUpload;
  const pending = writeState === null || writeState === "verified" ? null : t(`writeState.${writeState}`);
  return (
    <span className={classes.badge} data-status={status}>
      {t(`status.${status}`)}
      {pending && (
        <span className={classes.pending} title={pending}>
          <WriteIcon size={13} strokeWidth={2} aria-hidden="true" />
          <span className="sr-only">{pending}</span>
        </span>
      )}
    </span>
  );
}
