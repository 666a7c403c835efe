"use client";

import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";

/** Why a change was not made, in the server's words. Nothing while there is no error. */
export function SendFailure({ error }: { error: Error | null }) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  if (error === null) return null;
  return (
    <Notice tone="danger">{t.rich("failed", { reason: () => <InertText text={errorText(error)} /> })}</Notice>
  );
}
