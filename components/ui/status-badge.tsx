import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CloudAlert,
  CloudUpload,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { Status, WriteState } from "@/lib/events/status";
import classes from "./status-badge.module.css";

const ICONS: Record<Status, LucideIcon> = {
  toBeConfirmed: CircleDashed,
  confirmed: CircleDot,
  actioned: CircleCheck,
  ignored: CircleSlash,
};

type StatusBadgeProps = {
  status: Status;
  /** A change that is on its way to the cloud or did not get there is said beside the status. */
  writeState?: WriteState;
};

/** A handling status as text with a shape of its own. */
export function StatusBadge({ status, writeState = null }: StatusBadgeProps) {
  const t = useTranslations("format");
  const Icon = ICONS[status];
  const WriteIcon = writeState === "failed" || writeState === "overtaken" ? CloudAlert : CloudUpload;
  const pending = writeState === null || writeState === "verified" ? null : t(`writeState.${writeState}`);
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
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
