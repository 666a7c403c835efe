import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CloudAlert,
  CloudUpload,
  type LucideIcon,
} from "lucide-react";
import type { Status, WriteState } from "@/lib/events/status";
import { STATUS_LABELS, WRITE_STATE_LABELS } from "@/lib/format/label";
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
  const Icon = ICONS[status];
  const WriteIcon = writeState === "failed" || writeState === "overtaken" ? CloudAlert : CloudUpload;
  const pending = writeState !== null && writeState !== "verified";
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {STATUS_LABELS[status]}
      {pending && (
        <span className={classes.pending} title={WRITE_STATE_LABELS[writeState]}>
          <WriteIcon size={13} strokeWidth={2} aria-hidden="true" />
          <span className="sr-only">{WRITE_STATE_LABELS[writeState]}</span>
        </span>
      )}
    </span>
  );
}
