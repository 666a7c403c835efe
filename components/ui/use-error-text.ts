"use client";

import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/api/fetch-json";

/**
 * What went wrong, in the reader's language as far as we have words for it: the detail of a problem stays as
 * the server or the cloud wrote it.
 */
export function useErrorText(): (error: Error) => string {
  const t = useTranslations("ui");
  return (error) => {
    if (!(error instanceof ApiError)) return error.message;
    const { problem, status } = error;
    if (problem) {
      const title = t(`problem.${problem.code}`);
      return problem.detail === "" ? title : t("error.withDetail", { title, detail: problem.detail });
    }
    if (status === null) return t("error.unreachable");
    return status < 400 ? t("error.unreadable") : t("error.status", { status });
  };
}
