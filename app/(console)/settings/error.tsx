"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type SettingsErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function SettingsError({ error, retry }: SettingsErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("settings")} error={error} onRetry={retry} />;
}
