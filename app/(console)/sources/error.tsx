"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type SourcesErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function SourcesError({ error, retry }: SourcesErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("sources")} error={error} onRetry={retry} />;
}
