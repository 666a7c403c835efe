"use client";

import { ApiError } from "@/lib/api/fetch-json";
import { ErrorState } from "./error-state";
import { RecoveryButton } from "./recovery-button";
import { useErrorText } from "./use-error-text";

type FailureProps = {
  /** What could not be done: "The events could not be read". */
  title: string;
  error: Error;
  onRetry: () => void;
};

/** A failed read of ours with its reason and what to do about it. */
export function Failure({ title, error, onRetry }: FailureProps) {
  return (
    <ErrorState
      title={title}
      detail={useErrorText()(error)}
      requestId={error instanceof ApiError ? (error.problem?.requestId ?? null) : null}
      action={<RecoveryButton error={error} onRetry={onRetry} />}
    />
  );
}
