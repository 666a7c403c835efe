"use client";

import { Button } from "@mantine/core";
import { usePathname, useSearchParams } from "next/navigation";
import { ApiError } from "@/lib/api/fetch-json";
import { ErrorState } from "./error-state";

type FailureProps = {
  /** What could not be done: "The events could not be read". */
  title: string;
  error: Error;
  onRetry: () => void;
};

/** A failed read with what to do about it: sign in again when the session has ended, else try again. */
export function Failure({ title, error, onRetry }: FailureProps) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const problem = error instanceof ApiError ? error.problem : null;
  const here = search === "" ? pathname : `${pathname}?${search}`;
  return (
    <ErrorState
      title={title}
      detail={error.message}
      requestId={problem?.requestId ?? null}
      action={
        problem?.code === "unauthenticated" ? (
          <Button component="a" href={`/sign-in?${new URLSearchParams({ callbackUrl: here })}`}>
            Sign in again
          </Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    />
  );
}
