"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type ActivityErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ActivityError({ error, retry }: ActivityErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("activity")} error={error} onRetry={retry} />;
}
