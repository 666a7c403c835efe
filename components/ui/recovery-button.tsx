"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/api/fetch-json";

type RecoveryButtonProps = Pick<ButtonProps, "size" | "variant"> & { error: Error; onRetry: () => void };

/** What to do about a failed read: sign in again when the session has ended, else try again. */
export function RecoveryButton({ error, onRetry, ...look }: RecoveryButtonProps) {
  const t = useTranslations("ui");
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const here = search === "" ? pathname : `${pathname}?${search}`;
  if (error instanceof ApiError && error.problem?.code === "unauthenticated") {
    return (
      <Button {...look} component="a" href={`/sign-in?${new URLSearchParams({ callbackUrl: here })}`}>
        {t("signInAgain")}
      </Button>
    );
  }
  return (
    <Button {...look} onClick={onRetry}>
      {t("retry")}
    </Button>
  );
}
