"use client";

import type { ReactNode } from "react";
import { Notice } from "./notice";
import { RecoveryButton } from "./recovery-button";

type FailedReadNoticeProps = {
  error: Error;
  onRetry: () => void;
  tone?: "danger" | "warning";
  /** What could not be read, and why. */
  children: ReactNode;
};

/** A failed read above content that still stands, with what to do about it. */
export function FailedReadNotice({ error, onRetry, tone = "danger", children }: FailedReadNoticeProps) {
  return (
    <Notice
      tone={tone}
      action={<RecoveryButton variant="default" size="compact-xs" error={error} onRetry={onRetry} />}
    >
      {children}
    </Notice>
  );
}
