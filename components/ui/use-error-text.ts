"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { ApiError } from "@/lib/api/fetch-json";
import type { Problem } from "@/lib/api/problem";

/** URI Too Long and Request Header Fields Too Large: Node.js and proxies say so, in words of their own. */
const TOO_LONG: readonly number[] = [414, 431];

/** What is wrong with a request is said field by field, everything else as a whole. */
function detailOf({ code, detail, errors = [] }: Problem, say: (sentence: string) => string): string {
  if (code !== "invalid-request" || errors.length === 0) return say(detail);
  return errors.map(({ field, message }) => `${field}: ${say(message)}`).join(" ");
}

/** What went wrong, in the reader's language; what a cloud wrote of it stays as it came. */
export function useErrorText(): (error: Error) => string {
  const t = useTranslations("ui");
  const say = useSentence();
  return (error) => {
    if (!(error instanceof ApiError)) return error.message;
    const { problem, status, silent } = error;
    if (problem) {
      const title = t(`problem.${problem.code}`);
      const detail = detailOf(problem, say);
      return detail === "" ? title : t("error.withDetail", { title, detail });
    }
    if (status === null) return t(silent ? "error.silent" : "error.unreachable");
    if (TOO_LONG.includes(status)) return t("error.tooLong");
    return status < 400 ? t("error.unreadable") : t("error.status", { status });
  };
}
