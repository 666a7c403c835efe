"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type AttackerErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function AttackerError({ error, retry }: AttackerErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("attacker")} error={error} onRetry={retry} />;
}
