"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type OverviewErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function OverviewError({ error, retry }: OverviewErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("overview")} error={error} onRetry={retry} />;
}
