"use client";

import { Button } from "@mantine/core";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Reveal } from "./use-reveal";

type MaskedNoticeProps = { reveal: Pick<Reveal, "mutate" | "reset" | "data" | "error" | "isPending"> };

/** Says that secrets are masked, and shows them to people who may see them; or hides them again. */
export function MaskedNotice({ reveal }: MaskedNoticeProps) {
  const t = useTranslations("event.masked");
  const errorText = useErrorText();
  const mayReveal = useMayWork();
  const { mutate, reset, data, error, isPending } = reveal;
  const action = data ? (
    <Button variant="default" leftSection={<EyeOff size={14} aria-hidden="true" />} onClick={reset}>
      {t("hide")}
    </Button>
  ) : (
    <Button
      variant="default"
      leftSection={<Eye size={14} aria-hidden="true" />}
      disabled={!mayReveal}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t("reveal")}
    </Button>
  );
  return (
    <Notice tone={data ? "warning" : "info"} action={action}>
      {data ? t("revealed") : t("masked")} {!mayReveal && t("viewer")}
      {error && <strong>{t("failed", { reason: errorText(error) })}</strong>}
    </Notice>
  );
}
