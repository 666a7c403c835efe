"use client";

import { useTranslations } from "next-intl";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { InertText } from "@/components/ui/inert-text";
import { useErrorText } from "@/components/ui/use-error-text";

/** Says that what is shown could not be renewed. Nothing while there is no error. */
export function OutdatedNotice({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  if (error === null) return null;
  return (
    <FailedReadNotice error={error} onRetry={onRetry}>
      {t.rich("outdated", { reason: () => <InertText text={errorText(error)} /> })}
    </FailedReadNotice>
  );
}
