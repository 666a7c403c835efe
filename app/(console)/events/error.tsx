"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";

type EventsErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function EventsError({ error, retry }: EventsErrorProps) {
  const t = useTranslations("layout.failed");
  return <Failure title={t("events")} error={error} onRetry={retry} />;
}
